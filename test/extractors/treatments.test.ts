import { expect, test } from 'vitest'
import { treatments } from '../../extractors/treatments/index.ts'
import { places, plain } from './items/plain.ts'

interface Plain {
  readonly text: string
  readonly kind: string
  readonly status: string
}

const read = (text: string): string[] =>
  ((plain(treatments.extract(text)) as { treatments: Plain[] }).treatments ?? []).map(
    ({ text, kind, status }) => `${text} <${kind}, ${status}>`,
  )

test.each([
  [
    'a list of what was done',
    'Treatment to date has included rest, heat, bracing and physical therapy x 6.',
    [
      'rest <activity, received>',
      'heat <device, received>',
      'bracing <device, received>',
      'physical therapy <therapy, received>',
    ],
  ],
  [
    'a plan, and what it continues',
    'The plan was to continue Norco and Prilosec, and to obtain an MRI of the left knee.',
    ['Norco <medication, received>', 'Prilosec <medication, received>', 'MRI of the left knee <diagnostic, planned>'],
  ],
  [
    'what stands before its verb',
    'EMG of the legs and a back brace were requested.',
    ['EMG of the legs <diagnostic, planned>', 'back brace <device, planned>'],
  ],
  [
    'a test with its result',
    'MRI of the knee dated 1-2-17 revealed a tear.',
    ['MRI of the knee <diagnostic, received>'],
  ],
  [
    'what was done, then what is asked for',
    'He has completed acupuncture and massage therapy was requested.',
    ['acupuncture <therapy, received>', 'massage therapy <therapy, planned>'],
  ],
  [
    'strength, release and form',
    'Current medications include Tramadol ER 150 mg, Lidoderm patches and Soma 350.',
    [
      'Tramadol ER 150 mg <medication, received>',
      'Lidoderm patches <medication, received>',
      'Soma 350 <medication, received>',
    ],
  ],
  [
    'a misspelled and an unknown drug',
    'Current medications include Ketaprofen and Zyxomol 5 mg.',
    ['Ketaprofen <medication, received>', 'Zyxomol 5 mg <medication, received>'],
  ],
  [
    'a mixture',
    'The request was for a compounded cream (ketoprofen 10%, baclofen 2%).',
    ['compounded cream (ketoprofen 10%, baclofen 2%) <medication, planned>'],
  ],
  [
    'two names of one thing',
    'Electromyography (EMG) of the right arm was ordered.',
    ['Electromyography (EMG) of the right arm <diagnostic, planned>'],
  ],
  [
    'sites in a list, but not those of another noun',
    'She had an x-ray of the neck, wrist and hand. An MRI of the hip and knee pain were noted.',
    ['x-ray of the neck, wrist and hand <diagnostic, received>', 'MRI of the hip <diagnostic, received>'],
  ],
  [
    'once each, in the wording with its strength',
    'He takes Ultram. Utilization review denied Ultram 50 mg.',
    ['Ultram 50 mg <medication, received>'],
  ],
  [
    'once a place',
    'Physical therapy for the neck and physical therapy for the knee were requested.',
    ['Physical therapy for the neck <therapy, planned>', 'physical therapy for the knee <therapy, planned>'],
  ],
  [
    'a general word beside a special one',
    'He was given medications including Naproxen.',
    ['Naproxen <medication, received>'],
  ],
  ['a general word alone', 'Prior treatment included medications.', ['medications <medication, received>']],
  ['a work status', 'The plan included modified duty.', ['modified duty <activity, received>']],
  [
    'a sentence without a verb after a plan',
    'The treatment plan included a TENS unit. Urine drug screen.',
    ['TENS unit <device, planned>', 'Urine drug screen <diagnostic, planned>'],
  ],
  ['what one is referred to', 'She was referred to pain management.', ['pain management <consultation, planned>']],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['There was no prior physical therapy.'],
  ['The injured worker has not had any injections or surgery.'],
  ['He was not referred for acupuncture.'],
  ['The pt reported pain that heat relieved.'],
  ['The request was denied due to a lack of a home exercise program.'],
  ['He presented for a follow-up evaluation.'],
  [''],
])('nothing in: %s', text => {
  expect(read(text)).toEqual([])
})

test.each([
  ['a new subject after a denial', 'There is no swelling - she takes Norco.', ['Norco <medication, received>']],
  ['a statement after a denial', 'He denies gout, a cane was provided.', ['cane <device, received>']],
  ['a line without a full stop', 'No swelling was seen She takes Norco.', ['Norco <medication, received>']],
  ['a predicate after a reason', 'He left work due to the cold and takes Norco.', ['Norco <medication, received>']],
  [
    'a person after a reason',
    'He cannot lift due to pain, for which he has had acupuncture.',
    ['acupuncture <therapy, received>'],
  ],
  ['a reason that goes on', 'It was denied because he had no fever and no acupuncture.', []],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['1. Norco 2. Acupuncture 3. Cane'],
  ['1. Norco. 2. Acupuncture. 3. Cane'],
  ['#1 Norco #2 Acupuncture #3 Cane'],
  ['a) Norco b) Acupuncture c) Cane'],
])('labels are no part of names, and what opens a list counts for all of it: %s', list => {
  const each = (status: string) => [
    `Norco <medication, ${status}>`,
    `Acupuncture <therapy, ${status}>`,
    `Cane <device, ${status}>`,
  ]
  expect(read(`The request is for ${list}.`)).toEqual(each('planned'))
  expect(read(`Treatment to date has included ${list}.`)).toEqual(each('received'))
})

test.each([
  ['No surgery', []],
  ['MRI pending', ['MRI <diagnostic, planned>']],
  ['MRI, denied', ['MRI <diagnostic, planned>']],
  ['MRI was recommended', ['MRI <diagnostic, planned>']],
  ['Planned MRI', ['MRI <diagnostic, planned>']],
])('what is said about one item of a list says nothing about the others: %s', (item, own) => {
  const others = ['Norco <medication, received>', 'Acupuncture <therapy, received>']
  for (const list of [
    `1. ${item} 2. Norco 3. Acupuncture`,
    `${item}; Norco; Acupuncture`,
    `• ${item} • Norco • Acupuncture`,
  ])
    expect(read(`Treatment to date: ${list}.`)).toEqual([...own, ...others])
})

test.each([
  ['MRI OF THE LEFT KNEE', 'MRI OF THE LEFT KNEE <diagnostic, received>'],
  [
    'PHYSICAL THERAPY FOR THE NECK AND LEFT SHOULDER',
    'PHYSICAL THERAPY FOR THE NECK AND LEFT SHOULDER <therapy, received>',
  ],
])('a name in capitals keeps its site: %s', (name, expected) => {
  expect(read(`Treatment to date has included ${name}.`)).toEqual([expected])
})

test('numbers that count are no labels', () => {
  expect(read('Massage (12) and acupuncture (6) were requested.')).toEqual([
    'Massage <therapy, planned>',
    'acupuncture <therapy, planned>',
  ])
})

test('every value has evidence: the phrase itself, and for the status also the cue', () => {
  const text = 'Pain persists. The treatment plan included an MRI of the neck.'
  const [first] = treatments.extract(text).treatments ?? []
  const slices = [first!.text, first!.status].map(value => value.spans.map(({ start, end }) => text.slice(start, end)))
  expect(slices).toEqual([['MRI of the neck'], ['treatment plan included', 'MRI of the neck']])
  for (const { start, end } of places(treatments.extract(text))) expect(text.slice(start, end).trim()).not.toBe('')
})

test('finishes on hostile text', () => {
  const texts = ['MRI of the neck, '.repeat(3000), 'no '.repeat(20000), 'a'.repeat(60000), 'Norco 5%, '.repeat(5000)]
  for (const text of texts) expect(() => treatments.extract(text)).not.toThrow()
})
