import fc from 'fast-check'
import type { Citation } from '../../../document/index.ts'
import guidelines from '../../../vocabulary/terms/guidelines.json' with { type: 'json' }

/** A sentence in which a side cites its works, and what a careful reader takes from it. */
export interface CitingSentence {
  readonly text: string
  readonly cites: readonly Citation[]
}

type Arbitrary = fc.Arbitrary<CitingSentence>

const cite = (source: Citation['source'], title: string | null, rest: Partial<Citation> = {}): Citation => ({
  source,
  title,
  year: null,
  sections: [],
  pages: null,
  ...rest,
})

/** Misspellings of titles. */
const MISSPELT: readonly (readonly [title: string, as: string])[] = [
  ['Forearm, Wrist, and Hand', 'Forewarm, Wrist, and Hand'],
  ['Acupuncture', 'Accupuncture'],
  ['Complaints', 'Complants'],
  ['Disorders', 'Disoders'],
  ['Wrist, and', 'Wrist and'],
  [' and ', ' & '],
]

const misspelt = (title: string): string[] =>
  MISSPELT.filter(([says]) => title.includes(says)).map(([says, as]) => title.replace(says, as))

/** Every chapter with each of its editions. */
const editions = guidelines.chapters.flatMap(({ title, years = [] }) => years.map(year => ({ title, year })))

const edition = fc
  .constantFrom(...editions)
  .chain(({ title, year }) => fc.constantFrom(title, ...misspelt(title)).map(written => ({ title: written, year })))

/** Chapters that letters of 2014 to 2016 cited without a year. */
const yearless = fc.constantFrom(
  'ACOEM',
  'Acupuncture Treatment Guidelines',
  'Chronic Pain Treatment Guidelines',
  'Chronic Pain Medical Treatment Guidelines',
  'Postsurgical Treatment Guidelines',
  'Neck and Upper Back Complaints',
  'Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26',
  'Low Back Complaints',
  'Knee Complants',
)

const section = fc.constantFrom(
  'Special Studies',
  'Summary',
  'Initial Care',
  'Opioids, criteria for use',
  'NSAIDs, GI symptoms & cardiovascular risk',
  'Lidoderm (patch, gel)',
  'Work conditioning, work hardening',
  'Balance boards/Wobble chairs',
  'On-Going Management',
)
const numbered = fc.constantFrom(
  '1.4 Opioids for Acute Pain: After Surgery',
  '3.3.1.2 Opioids for Chronic Pain: Adverse Events, Prior to Treatment',
  '3. Opioids for Chronic Pain: Overview',
)
const some = <T>(one: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { minLength: 0, maxLength: most })
const sections = fc.oneof(some(section, 3), some(numbered, 2))

const pages = fc.constantFrom('9', '98-99', '111–113', '22, 24', '341, and page 343')

const joined = (parts: readonly CitingSentence[], between: string): CitingSentence => ({
  text: parts.map(({ text }) => text).join(between),
  cites: parts.flatMap(({ cites }) => cites),
})

/** "Low Back Disorders 2019, Section(s): Special Studies, Summary" */
const listed: Arbitrary = fc.tuple(edition, sections).map(([{ title, year }, own]) => ({
  text: `${title} ${year}${own.length > 0 ? `, Section(s): ${own.join(', ')}` : ''}`,
  cites: [cite('MTUS', title, { year, sections: own })],
}))

/** "Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80" */
const older: Arbitrary = fc.tuple(yearless, fc.option(section), fc.option(pages)).map(([title, topic, own]) => ({
  text: [title, topic, own && `Page(s): ${own}`].filter(Boolean).join(' '),
  cites: [cite('MTUS', title.replace(/ 8 C.*/, ''), { sections: topic ? [topic] : [], pages: own })],
}))

/** What follows "Non-MTUS Citation". */
const free: Arbitrary = fc.constantFrom(
  { text: 'Official Disability Guidelines (ODG), Low Back', cites: [cite('ODG', 'Low Back')] },
  { text: 'ODG', cites: [cite('ODG', null)] },
  { text: 'ODG-TWC, Low Back, Canes', cites: [cite('ODG', 'Low Back, Canes')] },
  { text: 'Official disability guidelines, Knee chapter', cites: [cite('ODG', 'Knee chapter')] },
  { text: 'ODG Pain; ACOEM Guidelines, Elbow', cites: [cite('ODG', 'Pain'), cite('ACOEM', 'Elbow')] },
  {
    text: 'Official Disability Guidelines: Knee & Leg (updated 12/12/16), Braces',
    cites: [cite('ODG', 'Knee & Leg (updated 12/12/16), Braces')],
  },
  {
    text: 'Reed T. On canes, 2nd ed. Harbor Press, 2011',
    cites: [cite('other', 'Reed T. On canes, 2nd ed. Harbor Press, 2011')],
  },
  {
    text: 'ODG Head and Other Medical Treatment Guidelines http://guide.example/head',
    cites: [cite('ODG', 'Head'), cite('other', 'http://guide.example/head')],
  },
)

const some1 = (one: Arbitrary, most: number): fc.Arbitrary<CitingSentence[]> =>
  fc.array(one, { minLength: 1, maxLength: most })

const unlike = ({ cites }: CitingSentence): boolean => new Set(cites.map(({ title }) => title)).size === cites.length

/** A sentence of form D or E, with or without a work outside the MTUS. */
const decision: Arbitrary = fc
  .tuple(
    fc.oneof(
      some1(listed, 4).map(all => joined(all, ', and ')),
      some1(older, 3)
        .map(all => joined(all, ', '))
        // A chapter after "ACOEM, " is a chapter of that work.
        .filter(({ text }) => !/ACOEM, \w+ .*?Compl/.test(text)),
    ),
    fc.option(free),
  )
  .map(([mtus, other]) => ({
    text: `Decision based on MTUS ${mtus.text}.${other ? ` Decision based on Non-MTUS Citation ${other.text}.` : ''}`,
    cites: [...mtus.cites, ...(other?.cites ?? [])],
  }))
  .filter(unlike)

const outside: Arbitrary = fc
  .tuple(fc.constantFrom('Claims Administrator', 'Expert Reviewer'), free)
  .map(([side, { text, cites }]) => ({
    text: `The ${side} based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ${text}.`,
    cites,
  }))

/** Forms D and E. */
export const statement: Arbitrary = fc.oneof({ weight: 5, arbitrary: decision }, { weight: 1, arbitrary: outside })

/** "Chronic Pain Medical Treatment Guidelines (2009), Topical analgesics, pages 111-113" */
const proseWork: Arbitrary = fc
  .tuple(
    fc.constantFrom(
      ...['Low Back Complaints', 'Knee Complaints', 'Forearm, Wrist, and Hand Complaints'].flatMap(title => [
        { title, says: `${title} Chapter (2004)`, year: 2004 },
        { title, says: `ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, ${title}`, year: 2004 },
        { title, says: `${title} Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12)`, year: 2004 },
        { title, says: `MTUS ACOEM Guidelines, ${title}`, year: null },
        { title, says: `ACOEM Practice Guidelines, Chapter 12 (${title})`, year: null },
        { title, says: `ACOEM Chapter 12 ${title} (Revised 2007)`, year: 2007 },
      ]),
      ...['Chronic Pain Medical Treatment Guidelines', 'Postsurgical Treatment Guidelines'].flatMap(title => [
        { title, says: `${title} (2009)`, year: 2009 },
        { title, says: `MTUS ${title}`, year: null },
        { title, says: `MTUS, ${title}, 2009`, year: 2009 },
        { title, says: `${title}, 8 C.C.R. §§9792.20 - 9792.26`, year: null },
        { title, says: `${title}, 8 C.C.R. 9792.20 - 9792.26, MTUS (Effective July 18, 2009)`, year: 2009 },
        { title, says: title, year: null },
      ]),
    ),
    some(section, 2),
    fc.option(fc.tuple(fc.constantFrom('page', 'pages', 'pp.', 'pg.'), pages)),
  )
  .map(([{ title, says, year }, own, place]) => ({
    text: [says, ...own, ...(place ? [place.join(' ')] : [])].join(', '),
    cites: [cite('MTUS', title, { year, sections: own, pages: place ? place[1] : null })],
  }))

const foreign: Arbitrary = fc.constantFrom(
  { text: 'Official Disability Guidelines (ODG), Low Back Chapter', cites: [cite('ODG', 'Low Back Chapter')] },
  { text: 'ODG', cites: [cite('ODG', null)] },
  {
    text: 'Harbor Society of Spine Surgery consensus statement, Canes and Braces, 2011',
    cites: [cite('other', 'Harbor Society of Spine Surgery consensus statement, Canes and Braces, 2011')],
  },
  { text: 'Journal of Invented Results, vol. 3', cites: [cite('other', 'Journal of Invented Results, vol. 3')] },
)

/** Each kind states, or does not, whether it is part of the MTUS. */
const part = (work: Arbitrary, says: readonly string[]): Arbitrary =>
  fc.tuple(work, fc.constantFrom('', ...says)).map(([{ text, cites }, member]) => ({ text: `${text}${member}`, cites }))
const PART = [
  ', which is part of the MTUS',
  ', part of the MTUS',
  ' (part of the MTUS)',
  ', which is a part of the Medical Treatment Utilization Schedule (MTUS)',
]
const NO_PART = [', which is not part of the MTUS', ', not part of the MTUS']
const work = fc.oneof(part(proseWork, PART), part(foreign, NO_PART))

const OPENINGS = [
  'The Expert Reviewer based his/her decision on the ',
  'The Expert Reviewer relied on the ',
  'The Claims Administrator based its decision on the ',
  'The Physician Reviewer relied upon the ',
  'The Expert Reviewer found that the MTUS does not address this device and relied on the ',
  'No section of the MTUS was applicable. The Expert Reviewer relied on the ',
]

const JOINTS = [', and on the ', ' and on the ', ', and the ', '; and the ', ', as well as the ', '; the ', ', the ']

/** Joining to an unknown work needs an "on": "and the" may be part of its own name. */
function joinedBy(works: readonly CitingSentence[], joints: readonly string[]): CitingSentence {
  const text = works.reduce((all, one, at) => {
    if (at === 0) return one.text
    const isNamed = one.cites.every(({ source }) => source !== 'other')
    return `${all}${isNamed ? joints[at % joints.length] : ', and on the '}${one.text}`
  }, '')
  return { text, cites: works.flatMap(({ cites }) => cites) }
}

const COMMENTS = [
  '',
  ' It says when a request is to be granted.',
  ' The chapter speaks of this.',
  ' These works apply because the pain has lasted for a year.',
  ' The provider did not dispute the guidelines used by the Claims Administrator.',
]

/** Forms A, B and C, with nothing after the works. */
export const citing: Arbitrary = fc
  .tuple(
    fc.constantFrom(...OPENINGS),
    some1(work, 3),
    fc.array(fc.constantFrom(...JOINTS), { minLength: 2, maxLength: 2 }),
  )
  .map(([opening, works, joints]) => {
    const { text, cites } = joinedBy(works, joints)
    return { text: `${opening}${text}.`, cites }
  })
  .filter(unlike)

/** The same, with what a writer may add. */
export const prose: Arbitrary = fc
  .tuple(citing, fc.constantFrom(...COMMENTS))
  .map(([{ text, cites }, comment]) => ({ text: text + comment, cites }))
