import { expect, it } from 'vitest'
import { spelled } from '../../../../pipeline/read/ocr/spelling.ts'

/** A line of words, all of them doubtful or all sure. */
const spell = (text: string, confidence = 60): string => {
  const words = text.split(' ').map(one => ({ text: one, confidence, left: 0, top: 0, right: 9, bottom: 9 }))
  return spelled([{ words, afterGap: false }])[0]!
    .words.map(one => one.text)
    .join(' ')
}

it.each([
  ['Mental Iilness and Stress', 'Mental Illness and Stress'],
  ['Tliness', 'Illness'],
  ['Jowa,Montana', 'Iowa,Montana'],
  ['lowa', 'Iowa'],
  ['Medica! records', 'Medical records'],
])('vertical strokes that make a word: %s', (seen, says) => expect(spell(seen)).toBe(says))

it.each([
  ['EMG/NCYV of the legs', 'EMG/NCV of the legs'],
  ['Treatment 20186, Section(s):', 'Treatment 2016, Section(s):'],
  ['injections (ESISs).', 'injections (ESIs).'],
])('one character seen twice: %s', (seen, says) => expect(spell(seen)).toBe(says))

it.each([
  ['L.4-L5 and L.5-S1', 'L4-L5 and L5-S1'],
  ['L.3,', 'L3,'],
  ['from I.3 to S1', 'from L3 to S1'],
  ['post 1.4-5 laminectomy', 'post L4-5 laminectomy'],
  ['Left 14-5 microdiscectomy', 'Left L4-5 microdiscectomy'],
  ['Bilateral 1.3, L4 and', 'Bilateral L3, L4 and'],
  ['Bilateral 3, L4 and', 'Bilateral L3, L4 and'],
])('lumbar vertebrae: %s', (seen, says) => expect(spell(seen)).toBe(says))

it.each([
  ['disc at L4-LS', 'disc at L4-L5'],
  ['an L4-S block', 'an L4-5 block'],
  ['LS-S1 fusion', 'L5-S1 fusion'],
  ['(LS/S1)', '(L5/S1)'],
  ['CS-C6 and C4-CS', 'C5-C6 and C4-C5'],
  ['at L5-SI.', 'at L5-S1.'],
  ['Bilateral L3, L4 and LS blocks', 'Bilateral L3, L4 and L5 blocks'],
  ['L4, LS facets', 'L4, L5 facets'],
  ['LS and S1 roots', 'L5 and S1 roots'],
  ['CS, C6', 'C5, C6'],
])('digits of vertebrae, sure or not: %s', (seen, says) => {
  expect(spell(seen)).toBe(says)
  expect(spell(seen, 96)).toBe(says)
})

it.each(['LS spine', 'MRI of the LS and cervical spine', 'strain and LS radiculopathy', 'L4-S1', 'L2-S1 fusion'])(
  'LS for lumbosacral: %s',
  text => expect(spell(text, 96)).toBe(text),
)

it.each([
  ['Zoloft S0mg #30', 'Zoloft 50mg #30'],
  ['(1Omg)', '(10mg)'],
  ['SOmg', 'SOmg'],
])('a dose: %s', (seen, says) => expect(spell(seen)).toBe(says))

it.each(['« Application', '» Application', '+ Application', '* Application'])('a bullet before a line: %s', seen =>
  expect(spell(seen)).toBe('• Application'),
)

it.each([
  "Tinel's sign",
  'intact distally',
  'Inital Care',
  'On 11-2-16, utilization review',
  '14-5/2 of',
  '12-5 of',
  'mg + codeine',
  'L4, L5',
])('nothing if it is ambiguous: %s', text => expect(spell(text)).toBe(text))

it('nothing if the engine was sure', () => {
  for (const text of ['Medica! records', 'Left 14-5', '20186,', '* Application']) expect(spell(text, 96)).toBe(text)
})
