import { CLEAN, withSummary } from './clean.ts'
import { code, type Expected, type HostileEntry, text } from './entry.ts'

const KIBIBYTE = 1024

/** `unit` repeated to fill this many kibibytes. */
const flood = (unit: string, kibibytes: number): string =>
  unit.repeat(Math.floor((kibibytes * KIBIBYTE) / Buffer.byteLength(unit)))

const tooLarge = code('E_TEXT_TOO_LARGE')
const noLetter = code('E_NOT_A_LETTER')
/** The longest flood that still reaches the rules, in KiB. */
const MOST = 480

/** The list of a citation is split in quadratic time. */
const SMALL = 60

const HEADING = 'IMR ISSUES, DECISIONS AND RATIONALES\n'
const DECISION = `Aquatic therapy for the left knee: Upheld
Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
Decision rationale: The request is not medically necessary.
`

/** What could trip up the flooded rules. */
const UNITS: readonly (readonly [name: string, unit: string])[] = [
  ['opening brackets', '('],
  ['quotation marks', '"'],
  ['full stops', '. '],
  ['"Dr. "', 'Dr. '],
  ['dates', '1/2/2016 '],
  ['broken words', 'a-\n'],
  ['initials', 'A. B. '],
  ['emoji', '😀'],
  ['blanks', ' '],
  ['commas', ', '],
  ['digits', '1'],
  ['one word', 'a'],
  ['capitals', 'AB '],
  ['colons', 'is: '],
  ['combining marks', 'a\u0301\u0301'],
]

const said: Expected = { flagged: null }

/** More text than a letter has, or text that is not a letter. */
export const textFloods: readonly HostileEntry[] = [
  text('one sentence of 1 MiB', tooLarge, () => flood('word ', KIBIBYTE)),
  text('one sentence of 10 MiB', tooLarge, () => flood('word ', 10 * KIBIBYTE)),
  text('one word of 1 MiB', tooLarge, () => flood('a', KIBIBYTE)),
  text('50,000 decisions', tooLarge, () => DECISION.repeat(50_000)),
  text('headings, 740 KB', tooLarge, () => flood(HEADING, 723)),
  text('dates, 700 KB', tooLarge, () => flood('1/2/2016 ', 684)),
  text('a letter, then 1 MiB of words', tooLarge, () => CLEAN + flood('word ', KIBIBYTE)),
  text('a line of 50 MB', code('E_TOO_LARGE'), () => flood('word ', 48_829)),
  text('headings alone', noLetter, () => flood(HEADING, MOST)),
  text('a quarter of a million pages', code('E_PAGES'), () => `${flood('\f\n', MOST)}x`),
  text('lorem ipsum', noLetter, () => flood('Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n', 20)),
  text('one letter of the alphabet', noLetter, () => 'x'),
  text('a letter of another sort', noLetter, () => 'Dear colleague,\n\nthe knee is well.\n\nYours\n'),
  text('labels without a letter', noLetter, () => flood('Decision rationale: MAXIMUS guideline: ', MOST)),
  ...UNITS.filter(([name]) => name !== 'blanks').map(([name, unit]) =>
    text(`nothing but ${name}`, noLetter, () => flood(unit, MOST)),
  ),
]

/** Letters with a flood in them: a record must result, and in time. */
export const floodedLetters: readonly HostileEntry[] = [
  ...UNITS.map(([name, unit]) => text(`summary full of ${name}`, said, () => withSummary(flood(unit, MOST)))),
  text('summary full of diagnoses', said, () =>
    withSummary(flood('The diagnoses have included left knee sprain. ', MOST)),
  ),
  text('summary full of treatments', said, () => withSummary(flood('Treatment to date has included naproxen. ', MOST))),
  text('a list of treatments without end', said, () =>
    withSummary(`Treatment to date has included ${flood('naproxen, ', MOST)}`),
  ),
  text('a list of diagnoses without end', said, () =>
    withSummary(`The diagnoses have included ${flood('knee sprain, ', MOST)}`),
  ),
  text('2,000 decisions', said, () => CLEAN + DECISION.repeat(1900)),
  text('an endless heading', said, () => CLEAN.replace('Aquatic therapy', `${flood('aquatic therapy and ', MOST)}`)),
  text('an endless rationale', said, () => CLEAN.replace('Nothing in the file', flood('Nothing in the file, ', MOST))),
  text('an endless citation', said, () => CLEAN.replace('Initial Care.', `${flood('Initial Care, ', SMALL)}.`)),
  text('endless credentials', said, () => CLEAN.replace('Family Practice', flood('Family Practice, ', MOST))),
  text('an endless header', said, () => CLEAN.replace('Priority:', `${flood('Date of Injury: ', MOST)} Priority:`)),
  text('500 pages of text', code('E_PAGES'), () => CLEAN.replace('Treatment', `${'\f\n'.repeat(500)}Treatment`)),
]
