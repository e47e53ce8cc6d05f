import { type Bin, binsOf, calibrationError, JUDGED, type Judgement } from './calibration.ts'
import type { Evaluation } from './evaluate.ts'
import { selectiveCurve } from './selection.ts'
import type { ScoreTally } from './tally.ts'

const COLUMNS = ['field', 'gold', 'found', 'right', 'precision', 'recall', 'F1', 'lenient', 'agree'] as const

/** The figures of an evaluation as a table for people, one line per field. */
export function tableOf(evaluation: Evaluation): string {
  const rows = Array.from(evaluation.fields, ([field, tally]) => [field, ...figures(tally)])
  const { letters, wholeRight, structureRight } = evaluation
  return [
    ...aligned([COLUMNS, ...rows]),
    '',
    `letters ${letters}; nothing wrong in the structural fields: ${structureRight}; in any field: ${wholeRight}`,
    'right: equal words; lenient: F1 with half of the words shared; agree: share of pairs that are equal, absent values included',
  ].join('\n')
}

/** Rows with aligned columns; every cell but the first is a figure. */
function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]!.map((_, at) => Math.max(...table.map(row => row[at]!.length)))
  return table.map(row =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
  )
}

const CALIBRATION = ['confidence', 'between', 'entries', 'mean', 'right', 'error'] as const

/** Whether confidence is reliable: the share of right entries in each tenth, and the calibration error. */
export function calibrationTable({ judgements }: Evaluation): string {
  const rows = [
    ...JUDGED.flatMap(kind => calibrationRows(kind, judgements[kind])),
    ...calibrationRows(
      'all',
      JUDGED.flatMap(kind => judgements[kind]),
    ),
  ]
  return [
    ...aligned([CALIBRATION, ...rows]),
    '',
    'mean: of confidence; right: share of entries; error: expected calibration error, |mean - right| averaged over the entries',
  ].join('\n')
}

/** One row per tenth, after a row for the total. */
function calibrationRows(name: string, judgements: readonly Judgement[]): string[][] {
  const bins = binsOf(judgements)
  const line = (first: string, between: string, { entries, confidence, right }: Omit<Bin, 'tenth'>, error: string) => [
    first,
    between,
    String(entries),
    shown(ratio(confidence, entries)),
    shown(ratio(right, entries)),
    error,
  ]
  const whole = { entries: sum(bins, 'entries'), confidence: sum(bins, 'confidence'), right: sum(bins, 'right') }
  return [
    line(name, '', whole, shown(calibrationError(bins))),
    ...bins.map(bin => line('', `${(bin.tenth / 10).toFixed(1)}-${((bin.tenth + 1) / 10).toFixed(1)}`, bin, '')),
  ]
}

const sum = (bins: readonly Bin[], of: keyof Bin): number => bins.reduce((total, bin) => total + bin[of], 0)

const SELECTION = ['most certain records', 'letters', 'confidence', 'mean', 'nothing wrong'] as const

/** What one gains by keeping only the records whose confidence as a whole is highest. */
export function selectionTable({ records }: Evaluation): string {
  const rows = selectiveCurve(records).map(({ share, letters, least, mean, right }) => [
    `${(100 * share).toFixed(0)} %`,
    String(letters),
    `>= ${shown(least)}`,
    shown(mean),
    `${right} (${shown(ratio(right, letters))})`,
  ])
  return aligned([SELECTION, ...rows]).join('\n')
}

/** What was missed, letter by letter: `-` expected and not found, `+` found and not expected, `~` another value. */
export function missesOf(evaluation: Evaluation): string {
  return Array.from(evaluation.misses)
    .filter(([, misses]) => misses.length > 0)
    .map(([name, misses]) => [name, ...misses.map(miss => `  ${missLine(miss)}`)].join('\n'))
    .join('\n')
}

function missLine({ field, expected, got }: { field: string; expected: string | null; got: string | null }): string {
  if (expected === null) return `+ ${field}: ${got}`
  if (got === null) return `- ${field}: ${expected}`
  return `~ ${field}: ${expected} => ${got}`
}

function figures({ gold, found, correct, lenient, pairs, equal }: ScoreTally): string[] {
  const [precision, recall] = [ratio(correct, found), ratio(correct, gold)]
  return [
    String(gold),
    String(found),
    String(correct),
    shown(precision),
    shown(recall),
    shown(f1(correct, found, gold)),
    lenient === null ? '' : shown(f1(lenient, found, gold)),
    pairs === 0 ? '' : shown(ratio(equal, pairs)),
  ]
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Harmonic mean of precision and recall; null if there is nothing to find and nothing was found. */
export const f1 = (correct: number, found: number, gold: number): number | null => ratio(2 * correct, found + gold)

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(3))
