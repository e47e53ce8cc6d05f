import {
  type FoldedText,
  type PlacedMessage,
  Rejected,
  type RejectionCode,
  type SectionedDocument,
  type SectionKind,
  type SourceDocument,
  type Span,
  span,
} from '../../document/index.ts'
import { fold } from '../fold/index.ts'
import { beginnings, hasBothEnds, hasItemsAbove, ownPart } from './bounds.ts'
import { hasHeaderLabel } from './forms/header.ts'
import { kindOfDocument } from './other-documents.ts'
import { scanHint } from './pages.ts'
import { withoutRepeats } from './repeats.ts'
import { sectionize } from './sectionize.ts'

/**
 * The letters of a file, cut into sections and items. Usually one; several if each has a beginning of its own and is
 * complete. Plain data, like its input.
 *
 * @param file - a file as `readLetter` gives it
 * @returns one document per letter, in the order of the file. Its `source` is the file with the pages of that letter,
 *   so all offsets count in the canonical text of the file.
 * @throws `Rejected` at stage `recognize`, with the code of what the file is instead (`E_NOT_A_LETTER`, `E_FRAGMENT`,
 *   `E_UR_DECISION`, …), or with `E_AMBIGUOUS`
 */
export function segment(file: SourceDocument): SectionedDocument[] {
  const source = withoutRepeats(file)
  try {
    return lettersOf(source)
  } catch (error) {
    throw error instanceof Rejected ? withHint(error, source) : error
  }
}

/** If a letter is incomplete, pages that are pictures may hold the rest. */
function withHint({ code, stage, message }: Rejected, source: SourceDocument): Rejected {
  const hint = scanHint(source)
  return new Rejected(code, stage, hint === null ? message : `${message}; ${hint}`)
}

function lettersOf(source: SourceDocument): SectionedDocument[] {
  const text = fold(source)
  const letters = severalIn(source, text) ?? [letterIn(source, text)]
  return letters.length > 1 ? eachOnce(letters, source.id) : letters
}

/** A split is right if every part is a complete letter; a mere repeated heading does not make two letters. */
function severalIn(source: SourceDocument, file: FoldedText): SectionedDocument[] | null {
  const cuts = beginnings(source, file)
  if (cuts.length < 2) return null
  const letters = unlessRejected(() =>
    cuts.map((start, at) => letterIn(partOf(source, span(at === 0 ? 0 : start, cuts[at + 1] ?? source.text.length)))),
  )
  return letters?.every(isWhole) ? letters : null
}

/** A letter that occurs twice in a file, even with other line breaks, counts once; the rest are numbered. */
function eachOnce(letters: readonly SectionedDocument[], id: string): SectionedDocument[] {
  const wordsOf = ({ folded }: SectionedDocument): string => folded.text.replace(/\s+/g, ' ')
  const first = new Map<string, SectionedDocument>()
  for (const letter of letters) {
    const before = first.get(wordsOf(letter))
    first.set(wordsOf(letter), before ? withMessage(before, REPEATED) : letter)
  }
  const kept = [...first.values()]
  return kept.map((letter, at) => ({
    ...letter,
    source: { ...letter.source, id: kept.length > 1 ? `${id}#${at + 1}` : id },
  }))
}

const REPEATED: PlacedMessage = {
  code: 'text/repeated',
  severity: 'info',
  pointer: null,
  reason: 'the file contains the same letter again; it was read only once',
}

function unlessRejected<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Rejected) return null
    throw error
  }
}

const isWhole = (letter: SectionedDocument): boolean => letter.items.length > 0 && !isMissing(letter)

const isMissing = ({ messages }: SectionedDocument): boolean => messages.some(({ code }) => code === 'section/missing')

/** A part of a file as its own source: offsets and page numbers stay those of the file. */
function partOf(source: SourceDocument, part: Span): SourceDocument {
  const inside = (offset: number) => Math.min(Math.max(offset, part.start), part.end)
  const pages = source.pages.map(({ start, end }) => span(inside(start), inside(end)))
  return { ...source, pages, part }
}

/** The single letter of a file, without other documents above and below it. */
function letterIn(source: SourceDocument, file = fold(source)): SectionedDocument {
  const own = ownPart(source, file)
  const letter = own && unlessRejected(() => demandLetter(sectionize(partOf(source, own))))
  if (letter) return hasItemsAbove(file, own.start) ? withMessage(letter, OUT_OF_PLACE) : letter
  try {
    return demandLetter(sectionize(source, file))
  } catch (error) {
    if (!(error instanceof Rejected) || error.code !== 'E_NOT_A_LETTER') throw error
    throw new Rejected(documentIn(file), 'recognize')
  }
}

/** Text above the head is not read, so a message says if items are among it. */
const OUT_OF_PLACE: PlacedMessage = {
  code: 'item/out-of-place',
  severity: 'error',
  pointer: '/disputedItems',
  reason: 'items above the head of the letter were not read: the pages are out of order, or they end another letter',
}

const withMessage = (letter: SectionedDocument, message: PlacedMessage): SectionedDocument => ({
  ...letter,
  messages: [...letter.messages, message],
})

/** A fragment lacks its beginning or its end; with both it is a form that nobody has filled in. */
function documentIn(file: FoldedText): RejectionCode {
  const kind = kindOfDocument(file.text) ?? 'E_NOT_A_LETTER'
  return kind === 'E_FRAGMENT' && hasBothEnds(file) ? 'E_NOT_A_LETTER' : kind
}

/**
 * Headings alone do not make a letter, whatever words they share with one; items without a beginning are the end of
 * one.
 */
function demandLetter(letter: SectionedDocument): SectionedDocument {
  if (!hasReasons(letter) && (isMissing(letter) || hasEmpty(letter))) throw new Rejected('E_NOT_A_LETTER', 'recognize')
  if (!hasBeginning(letter)) throw new Rejected('E_FRAGMENT', 'recognize')
  return letter
}

const hasReasons = ({ items, folded }: SectionedDocument): boolean =>
  items.some(({ claimsAdministrator, reviewer, rationale }) =>
    [claimsAdministrator, reviewer, rationale].some(part => part !== null && !isUnfilled(folded.text, part)),
  )

/** As in a form before it is filled in. */
const hasEmpty = ({ sections, folded }: SectionedDocument): boolean =>
  sections.some(({ kind, body }) => ABOVE_ITEMS.has(kind) && isUnfilled(folded.text, body))

/** "", "________", "[rationale]" */
const isUnfilled = (text: string, { start, end }: Span): boolean =>
  /^(?:_*|\[[^\]]*\])$/.test(text.slice(start, end).trim())

/** The sections that come before the items in every form. */
const ABOVE_ITEMS: ReadonlySet<SectionKind> = new Set(['notice', 'determination', 'documents', 'summary', 'issue'])

const OF_A_LETTER = new Set<SectionKind>([...ABOVE_ITEMS, 'issues'])

/** The header table, or two of the headings: a single one also occurs in an article that quotes a letter. */
const hasBeginning = ({ sections, folded: { text } }: SectionedDocument): boolean =>
  sections.some(({ kind, body }) => kind === 'header' && hasHeaderLabel(text.slice(body.start, body.end))) ||
  (sections.some(({ kind }) => ABOVE_ITEMS.has(kind)) &&
    sections.filter(({ kind }) => OF_A_LETTER.has(kind)).length > 1)
