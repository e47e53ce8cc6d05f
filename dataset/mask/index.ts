import { type CaseRecord, matchesOf, type Rejection, type Span } from '../../document/index.ts'
import { identifyingParts, mentionsOf, personNames, physicianNames } from './names.ts'
import { IDENTIFIERS, type Identifier, WORDINGS } from './wordings.ts'

export type { Identifier } from './wordings.ts'
/** How often each kind of identifier occurs. */
export type IdentifierCounts = Record<Identifier, number>

/** What else to mask. */
export interface MaskOptions {
  /** Also names of physicians, which are not the worker's secret. */
  readonly physicians?: boolean
}

const COVER = '█'

/** The masked text, and how often each kind occurred. */
export interface Masked {
  readonly text: string
  readonly found: readonly Identifier[]
}

/**
 * Masks the identifiers in a text, unit by unit, so that its length stays. A name introduced in one place is masked
 * everywhere.
 *
 * "Mr. Underhollow was born on 4-17-61" → "Mr. ███████████ was born on ███████"
 */
export function mask(text: string, options: MaskOptions = {}): Masked {
  return maskWith(text, namesIn([text], options), options)
}

/** Parts of names to mask at every mention, in lower case. */
type KnownNames = ReadonlySet<string>

function namesIn(texts: readonly string[], { physicians = false }: MaskOptions): KnownNames {
  const names = texts.flatMap(text =>
    [...personNames(text), ...(physicians ? physicianNames(text) : [])].map(({ start, end }) => text.slice(start, end)),
  )
  return new Set(names.flatMap(identifyingParts).map(part => part.toLowerCase()))
}

function maskWith(text: string, names: KnownNames, { physicians = false }: MaskOptions): Masked {
  const found: Identifier[] = []
  let masked = text
  const cover = (kind: Identifier, spans: readonly Span[]) => {
    for (const { start, end } of spans) {
      if (masked.slice(start, end).includes(COVER)) continue
      masked = masked.slice(0, start) + COVER.repeat(end - start) + masked.slice(end)
      found.push(kind)
    }
  }
  for (const { kind, pattern, needs } of WORDINGS)
    if (needs?.test(masked) ?? true) cover(kind, spansOf(pattern, masked))
  cover('name', personNames(masked))
  if (physicians) cover('physician', physicianNames(masked))
  cover('name', mentionsOf(names, masked))
  return { text: masked, found }
}

const spansOf = (pattern: RegExp, text: string): Span[] =>
  matchesOf(text, pattern).map(({ indices }) => {
    const [start, end] = indices!.groups!.value!
    return { start, end }
  })

/** Members of a record that are not words of a letter. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', 'schemaVersion', 'caseNumber', 'dates', 'evidence', 'extractor'])

/** Masks every text of a record or rejection, including its file name; calls `onFound` for each identifier. */
export function maskTexts<T extends CaseRecord | Rejection>(
  value: T,
  onFound: (kind: Identifier) => void,
  options: MaskOptions = {},
): T {
  const names = namesIn(textsOf(value), options)
  const masked = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, found } = maskWith(value, names, options)
      for (const kind of found) onFound(kind)
      return text
    }
    if (Array.isArray(value)) return value.map(masked)
    return typeof value === 'object' && value !== null ? mapMembers(value, masked) : value
  }
  return masked(value) as T
}

/** The longer texts of a record, in which names are introduced. */
function textsOf(value: CaseRecord | Rejection): string[] {
  if (!('clinicalCaseSummary' in value)) return []
  const rationales = value.disputedItems.map(({ rationale }) => rationale)
  return [value.clinicalCaseSummary, ...rationales, ...value.documentsReviewed].filter(text => text !== null)
}

const mapMembers = (value: object, map: (member: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, NO_WORDS.has(name) ? member : map(member)]))

/** Counts for each kind, all zero. */
export const noIdentifiers = (): IdentifierCounts =>
  Object.fromEntries(IDENTIFIERS.map(kind => [kind, 0])) as IdentifierCounts
