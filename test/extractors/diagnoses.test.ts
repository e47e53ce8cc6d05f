import { describe, expect, it } from 'vitest'
import { diagnoses } from '../../extractors/diagnoses/index.ts'

/** Each diagnosis as one short string: `text [assertion if not present] code (side part, …)`. */
const read = (text: string): string[] =>
  diagnoses.extract(text).diagnoses!.map(({ text, assertion, icd10, sites }) => {
    const where = sites.map(({ part, side }) => (side ? `${side.value} ${part.value}` : part.value))
    const how = assertion.value === 'present' ? [] : [`[${assertion.value}]`]
    return [text.value, ...how, icd10?.code.value ?? '-', ...(where.length > 0 ? [`(${where.join(', ')})`] : [])].join(
      ' ',
    )
  })

describe('cues of statements', () => {
  it.each([
    ['The diagnoses have included ankle sprain.'],
    ['The current diagnosis is documented as ankle sprain.'],
    ['Diagnosis: ankle sprain.'],
    ['He was given a diagnosis of an ankle sprain.'],
    ['She was diagnosed with ankle sprain on 1-2-16.'],
    ['He was diagnosed as having ankle sprain.'],
    ['The worker is being treated for ankle sprain and was given a brace.'],
    ['Records indicate that she is undergoing treatment for ankle sprain.'],
    ['He is being treated for the diagnosis of ankle sprain.'],
    ['She has filed a claim for ankle sprain reportedly associated with an industrial injury of June 2, 2016.'],
    ['Impression: 1. Ankle sprain. The plan was rest.'],
    ['Impression on 1-2-2016 was (1) ankle sprain.'],
    ['Diagnoses per the 1-2-2016 report: 1. Ankle sprain. He was given a brace.'],
    ['Assessment as of January 2, 2016: ankle sprain.'],
    ['A/P: ankle sprain.'],
    ['Dx ankle sprain. Rest was advised.'],
    ['The treating physician lists ankle sprain.'],
    ['The claim is accepted for ankle sprain.'],
    ['Treatment is being provided for ankle sprain.'],
    ['She is under the care of a podiatrist for ankle sprain.'],
    ['The qualified medical evaluator found the ankle sprain to be industrial.'],
  ])('%s', text => {
    expect(read(text).map(entry => entry.toLowerCase())).toEqual(['ankle sprain s93.40 (ankle)'])
  })

  it.each([
    ['complaints', 'She reported pain in the neck and ankle.'],
    ['findings', 'Examination showed spasm and tenderness of the lumbar spine.'],
    ['imaging', 'MRI of the knee was suspicious for meniscal tear.'],
    ['a claim, no disease', 'This is a 40 year old male with a history of an occupational claim from 1/2/2016.'],
    ['a denied request', 'The request was denied due to a lack of evidence of asthma.'],
    ['mechanism', 'The diagnoses include work related fall.'],
    ['an event', 'The patient has suffered multiple injuries to the hand.'],
    ['nothing given', 'The diagnoses were not provided.'],
    ['nothing at all', ''],
  ])('nothing from %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('lists', () => {
  const list = (words: string) => read(`The diagnoses include ${words}.`)

  it.each([
    ['hypertension, asthma, and gout', ['hypertension I10', 'asthma J45.909', 'gout M10.9']],
    ['cervical and lumbar strain', ['cervical and lumbar strain - (neck, low-back)']],
    ['gout, cervical and lumbar sprain', ['gout M10.9', 'cervical and lumbar sprain - (neck, low-back)']],
    [
      'headaches, neck, back, and hip pain',
      ['headaches R51 (head)', 'neck, back, and hip pain - (neck, low-back, hip)'],
    ],
    ['dislocation, shoulder', ['dislocation, shoulder S43.00 (shoulder)']],
    ['radiculopathy, lumbar region; gout', ['radiculopathy, lumbar region M54.16 (low-back)', 'gout M10.9']],
    [
      'strain of muscle, fascia, and tendon of the right hip',
      ['strain of muscle, fascia, and tendon of the right hip S76.011 (right hip)'],
    ],
    ['sprain of left hand and wrist', ['sprain of left hand and wrist S63.9 (left hand, left wrist)']],
    ['left knee sprain and contusion', ['left knee sprain and contusion S83.92 (left knee)']],
    [
      'spondylosis without myelopathy or radiculopathy, cervical region',
      ['spondylosis without myelopathy or radiculopathy, cervical region M47.812 (neck)'],
    ],
    [
      'other tear of medial meniscus, current injury, left knee; gout',
      ['other tear of medial meniscus, current injury, left knee S83.242 (left knee)', 'gout M10.9'],
    ],
    // Titles that no term of the conditions names.
    [
      'subluxation of T4/T5 thoracic vertebra; gout',
      ['subluxation of T4/T5 thoracic vertebra S23.130 (upper-back)', 'gout M10.9'],
    ],
    [
      'unspecified superficial injury of unspecified lower leg',
      ['unspecified superficial injury of unspecified lower leg S80.92 (lower-leg)'],
    ],
    ['other mucopurulent conjunctivitis, left eye', ['other mucopurulent conjunctivitis, left eye H10.022 (left eye)']],
    ['insect bite of the right foot', ['insect bite of the right foot S90.861 (right foot)']],
    [
      'left thumb strain, low back pain (LBP)',
      ['left thumb strain S66.912 (left finger)', 'low back pain M54.5 (low-back)'],
    ],
    [
      'right knee strain and meniscal tear',
      ['right knee strain S86.911 (right knee)', 'meniscal tear S83.206 (right knee)'],
    ],
  ])('%s', (words, expected) => {
    expect(list(words)).toEqual(expected)
  })
})

describe('assertion', () => {
  it.each([
    [
      'He is treated for gout, possible pneumonia and asthma, and hypertension.',
      ['gout M10.9', 'pneumonia [possible] J18.9', 'asthma [possible] J45.909', 'hypertension I10'],
    ],
    ['Treatment was rest. MRI of the hip to rule out labral tear is recommended.', ['labral tear [possible] S43.43']],
    [
      'Diagnoses include knee pain status post arthroscopy; status post hernia repair.',
      ['knee pain M25.56 (knee)', 'hernia repair [historical] Z98.890'],
    ],
    ['She has a history of asthma and gout.', ['asthma [historical] J45.909', 'gout [historical] M10.9']],
    ['There is no history of COPD or asthma, no syncope.', ['COPD [absent] J44.9', 'asthma [absent] J45.909']],
    ['The patient has diabetes.', ['diabetes E11.9']],
    ['The patient had joint pain and stiffness.', []],
    ['He was prescribed Elavil for the headaches and anxiety.', ['anxiety F41.9']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what is said about one member of a labelled list', () => {
  const others = ['Ankle sprain S93.40 (ankle)', 'Anxiety F41.9', 'Insomnia G47.00']
  const lists: [string, (members: readonly string[]) => string][] = [
    ['numbers', members => members.map((each, index) => `${index + 1}. ${each}`).join(' ')],
    ['numbers and full stops', members => members.map((each, index) => `${index + 1}. ${each}.`).join(' ')],
    ['brackets', members => members.map((each, index) => `${index + 1}) ${each}`).join(' ')],
    ['letters', members => members.map((each, index) => `${'abcd'[index]}. ${each}`).join(' ')],
    ['bullets', members => members.map(each => `• ${each}`).join(' ')],
  ]
  const members: [string, string][] = [
    ['No asthma', 'absent'],
    ['No history of asthma', 'absent'],
    ['Asthma, ruled out', 'absent'],
    ['Asthma denied', 'absent'],
    ['Rule out asthma', 'possible'],
    ['Asthma, rule out', 'possible'],
    ['Asthma?', 'possible'],
    ['Prior asthma', 'historical'],
    ['Asthma, resolved', 'historical'],
  ]
  it.each(lists.flatMap(([name, join]) => members.map(([member, as]) => [name, member, as, join] as const)))(
    '%s: %s is %s and the others are present',
    (_, member, as, join) => {
      const names = others.map(each => each.replace(/ [A-Z]\d.*/, ''))
      for (const at of [0, 1, 2, 3]) {
        const listed = read(`Diagnoses include ${join(names.toSpliced(at, 0, member))}`)
        expect(listed.map(each => each.replace(/^asthma/, 'Asthma'))).toEqual(
          others.toSpliced(at, 0, `Asthma [${as}] J45.909`),
        )
      }
    },
  )

  it.each([
    ['Diagnoses: asthma denied; anxiety.', ['asthma [absent] J45.909', 'anxiety F41.9']],
    ['Diagnoses: asthma (?); anxiety.', ['asthma [possible] J45.909', 'anxiety F41.9']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

it.each([
  ['Diagnoses: M10.9 - gout F41.9 - anxiety.'],
  ['Diagnoses: M10.9 Gout F41.9 Anxiety.'],
  ['Diagnoses: gout ICD10 M10.9; anxiety (300).'],
  ['Diagnoses: 1: gout 2: anxiety.'],
  ['Diagnoses: 1.Gout 2.Anxiety.'],
  ['Diagnoses: o Gout o Anxiety.'],
  ['Diagnoses: gout + anxiety.'],
  ['Diagnoses: 1.) gout 2.) anxiety.'],
  ['Diagnoses: [1] gout [2] anxiety.'],
  ['Diagnoses: No. 1 gout, No. 2 anxiety.'],
  ['Diagnoses: ① gout ② anxiety.'],
  ['Diagnoses: -> gout -> anxiety.'],
  ['Diagnoses: -- gout -- anxiety --'],
  ['Diagnoses: [x] Gout [ ] Asthma [x] Anxiety [ ] Ankle sprain'],
  ['Diagnoses: ☐ Asthma ☒ Gout ☒ Anxiety'],
])('separates at codes and other signs: %s', text => {
  expect(read(text).map(each => each.toLowerCase())).toEqual(['gout m10.9', 'anxiety f41.9'])
})

it.each([
  ['Diagnoses - gout - ankle sprain - anxiety.'],
  ['Diagnoses: 1. Foot: a. Gout b. Ankle sprain 2. Anxiety'],
  ['Diagnoses: 1. Foot: a. Gout. b. Ankle sprain. 2. Anxiety.'],
])('separates lists in lists: %s', text => {
  expect(read(text).map(each => each.toLowerCase())).toEqual([
    'gout m10.9',
    'ankle sprain s93.40 (ankle)',
    'anxiety f41.9',
  ])
})

it('separates lines without marks', () => {
  expect(read('Diagnoses: Ankle sprain Left knee medial meniscus tear Anxiety')).toEqual([
    'Ankle sprain S93.40 (ankle)',
    'Left knee medial meniscus tear S83.242 (left knee)',
    'Anxiety F41.9',
  ])
})

it.each([
  ['Diagnoses: chronic Achilles tendinitis.', ['chronic Achilles tendinitis M76.6 (ankle)']],
  ['Diagnoses: ankle sprain - left, gout.', ['ankle sprain - left S93.402 (left ankle)', 'gout M10.9']],
])('keeps one name together: %s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

describe('concepts', () => {
  const code = (words: string) =>
    diagnoses.extract(`He was diagnosed with ${words}.`).diagnoses!.map(({ icd10 }) => icd10?.code.value ?? null)

  it.each([
    ['tear of the anterior cruciate ligament', 'S83.51'],
    ['ruptured ACL', 'S83.51'],
    ['lumbar sprain/strain', 'S33.5'],
    ['bare strain', null],
    ['low back pain with back strain', 'S39.012'],
    ['chest pain due to chest contusion', 'S20.21'],
    ['chronic neck pain', 'M54.2'],
    ['chronic pain', 'G89.29'],
    ['lumbar disc displacement without myelopathy', 'M51.26'],
    ['neck and shoulder pain', null],
    ['sacroilitis', 'M46.1'],
    ['left wrist tenosynovits', 'M65.832'],
    ['hand contusion/laceration', 'S60.22'],
  ])('%s: %s', (words, expected) => {
    expect(code(words)).toEqual([expected])
  })
})

describe('one entry per condition', () => {
  it.each([
    [
      'the main statement first',
      'He has left knee pain. Diagnoses: chronic left knee pain. He is treated for left knee pain.',
      ['chronic left knee pain M25.562 (left knee)'],
    ],
    [
      'the same code and part',
      'Diagnoses include strain of muscle of lower back, lumbar strain.',
      ['strain of muscle of lower back S39.012 (low-back)'],
    ],
    [
      'sides differ',
      'Diagnoses include pain in right arm, pain in left arm.',
      ['pain in right arm M79.601 (right upper-extremity)', 'pain in left arm M79.602 (left upper-extremity)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

it('points every value at its words', () => {
  const text = 'Seen today. He was diagnosed with possible left wrist sprain.'
  const [diagnosis] = diagnoses.extract(text).diagnoses!
  const at = (found: { spans: readonly { start: number; end: number }[] }) =>
    text.slice(found.spans[0]!.start, found.spans[0]!.end)
  expect(at(diagnosis!.text)).toBe('left wrist sprain')
  expect(at(diagnosis!.assertion)).toBe('possible')
  expect(at(diagnosis!.sites[0]!.part)).toBe('wrist')
  expect(at(diagnosis!.sites[0]!.side!)).toBe('left')
})

it('finishes on hostile summaries', () => {
  const hostile = [
    'Diagnoses: ',
    'neck pain, ',
    'status post ',
    'without a or ',
    '(',
    ' ',
    'left and ',
    'He has gout. ',
  ]
  for (const words of hostile) diagnoses.extract(`Diagnoses: ${words.repeat(60_000 / words.length)}`)
  const distinct = Array.from({ length: 10_000 }, (_, index) => `Diagnosis: ailment ${index.toString(36)}x.`)
  expect(diagnoses.extract(distinct.join(' ')).diagnoses!.length).toBeLessThanOrEqual(100)
})
