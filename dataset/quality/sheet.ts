import { ALL, type Coverage } from './coverage.ts'
import { counted, percent, places, plural } from './format.ts'
import type { Quality } from './quality.ts'
import { share } from './rate.ts'

/** One topic of the quality sheet as a table of text, for a Markdown page and for a section of the report. */
export interface SheetTable {
  readonly title: string
  /** What the table shows and how it was counted, in sentences. */
  readonly about: string
  readonly heads: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
}

/** The quality sheet: its topics in the order in which a reader wants them. */
export const sheetTables = (quality: Quality): readonly SheetTable[] => [
  reconciliation(quality),
  ...scores(quality),
  coverageBy('form', quality),
  coverageBy('year', quality),
  confidence(quality),
  messages(quality),
  published(quality),
  ...identifiers(quality),
]

const reconciliation = ({ reconciliation, recognized, repeated, extractors }: Quality): SheetTable => ({
  title: 'Counts that reconcile',
  about:
    'What the dataset contains, compared with the summary of the ingest. ' +
    `Letters read by version: ${extractors.map(({ version, letters }) => `${version} (${counted(letters)})`).join(', ') || 'none'}. ` +
    `Letters with pages that are pictures and were read by OCR: ${counted(recognized)}. ` +
    `Letters whose case appears in an earlier letter: ${counted(repeated)}; rates leave them out.`,
  heads: ['count', 'dataset', 'ingest', 'agrees'],
  rows: reconciliation.map(({ check, counted: here, expected, agrees }) => [
    check,
    counted(here),
    counted(expected),
    agrees ? 'yes' : 'NO',
  ]),
})

const scores = ({ evaluations }: Quality): SheetTable[] =>
  evaluations.map(({ name, about, letters, structureRight, wholeRight, extractor, fields }) => ({
    title: `Scores on ${letters} ${name}`,
    about:
      `${about} Version ${extractor.version}. Nothing wrong in the structural fields: ${plural(structureRight, 'letter')}; in any ` +
      'field at all: ' +
      `${wholeRight}. F1, with equal words; lenient: half of the words shared.`,
    heads: ['field', 'expected', 'found', 'right', 'F1', 'lenient'],
    rows: fields.map(({ field, gold, found, right, f1, lenient }) => [
      field,
      counted(gold),
      counted(found),
      counted(right),
      places(f1, 3),
      lenient === null ? '' : places(lenient, 3),
    ]),
  }))

const UNITS = { form: 'form of the letter', year: 'year of the decision' } as const

function coverageBy(unit: keyof typeof UNITS, { coverage }: Quality): SheetTable {
  const other = unit === 'form' ? 'year' : 'form'
  const groups = coverage.filter(group => group[other] === ALL)
  const whole = groups.find(group => group[unit] === ALL)
  return {
    title: `Coverage by ${UNITS[unit]}`,
    about:
      'Share of entries that have a value, of those that could. What a letter does not say is empty, so a low share is not ' +
      'a problem in itself: few items are drugs.',
    heads: ['field', 'entries', ...groups.map(group => group[unit])],
    rows: [
      ['letters', '', ...groups.map(({ letters }) => counted(letters))],
      ...Object.entries(whole?.fields ?? {}).map(([field, { entries }]) => [
        field,
        counted(entries),
        ...groups.map(group => percent(shareOf(group, field))),
      ]),
    ],
  }
}

const shareOf = ({ fields }: Coverage, field: string): number | null => fields[field]!.share

/** Tenths below this one are reported together. */
const LOWEST_TENTH = 5

const confidence = ({ confidence }: Quality): SheetTable => ({
  title: 'Confidence',
  about:
    'How confident the program was, as the probability of being right. The scores above show how far this can be ' +
    'believed.',
  heads: ['entries of', 'entries', 'mean', 'below 0.5', '0.5–0.6', '0.6–0.7', '0.7–0.8', '0.8–0.9', '0.9–1.0'],
  rows: confidence.map(({ of, entries, mean, tenths }) => [
    of,
    counted(entries),
    places(mean, 2),
    ...[tenths.slice(0, LOWEST_TENTH), ...tenths.slice(LOWEST_TENTH).map(tenth => [tenth])].map(group =>
      percent(
        share(
          group.reduce((sum, tenth) => sum + tenth, 0),
          entries,
        ),
      ),
    ),
  ]),
})

const messages = ({ messages, letters: all }: Quality): SheetTable => ({
  title: 'Doubts and contradictions',
  about:
    'What the program flagged in letters: something that the form promises but that was not found, or passages that ' +
    'contradict each other. A letter with an error becomes a partial record.',
  heads: ['message', 'severity', 'messages', 'letters', 'share of letters'],
  rows: messages.map(({ code, severity, messages, letters }) => [
    code,
    severity,
    counted(messages),
    counted(letters),
    percent(share(letters, all)),
  ]),
})

const published = ({ years }: Quality): SheetTable => ({
  title: 'Denials upheld, compared with published figures',
  about:
    'Share of disputed items whose denial was upheld, by year of the decision, compared with the figures that the state ' +
    '(DWC, DIR) or an institute of insurers (CWCI) published for all letters of the year. If the dataset covers only a ' +
    'small part of a year, the two may differ.',
  heads: ['year', 'letters', 'items', 'upheld', 'letters published', 'upheld, published', 'by'],
  rows: years.map(({ year, letters, items, upheldShare, published }) => [
    year,
    counted(letters),
    counted(items),
    percent(upheldShare),
    published ? counted(published.letters) : '–',
    percent(published?.upheldShare ?? null),
    published?.by ?? '–',
  ]),
})

function identifiers({ identifiers }: Quality): SheetTable[] {
  if (identifiers === null) return []
  return [
    {
      title: 'Personal identifiers',
      about:
        'Identifiers that letters failed to redact and that our patterns found, by kind. ' +
        (identifiers.masked ? 'They are masked in this dataset.' : 'They are not masked in this dataset.'),
      heads: ['kind', 'found'],
      rows: Object.entries(identifiers.found).map(([kind, found]) => [kind, counted(found)]),
    },
  ]
}
