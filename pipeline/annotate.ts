import {
  found,
  type ItemSpans,
  type PlacedMessage,
  remembered,
  type SectionedDocument,
  type Span,
  shiftedDraft,
} from '../document/index.ts'
import {
  allExtractors,
  type CaseDraft,
  type CaseSection,
  type Extractors,
  type ItemDraft,
  type ItemSection,
} from '../extractors/index.ts'
import { finished, type Steps } from './in-step.ts'
import { draftInOriginal, type RepairedText, repairedTextOf, toRepaired, unrepaired } from './repair/index.ts'

/** What the extractors found, in extractor order, with offsets into the folded text. */
export interface AnnotatedDocument {
  readonly sectioned: SectionedDocument
  readonly caseDrafts: readonly CaseDraft[]
  /** One list of drafts per item. */
  readonly itemDrafts: readonly (readonly ItemDraft[])[]
  readonly messages: readonly PlacedMessage[]
}

/**
 * Runs every extractor on the section it reads. An extractor that throws costs a message of severity `error`, not the
 * letter.
 *
 * @param sectioned - a letter as `segment` returns it
 * @param extractors - all of them by default. Put one of your own before those whose values it should replace, and after
 *   those that it should complete.
 * @returns what the extractors found, in their order, as drafts of the record: plain data that can be stored
 */
export const annotate = (sectioned: SectionedDocument, extractors: Extractors = allExtractors): AnnotatedDocument =>
  finished(annotating(sectioned, extractors))

/** The same with a step for each extractor. */
export function* annotating(
  sectioned: SectionedDocument,
  extractors: Extractors = allExtractors,
): Steps<AnnotatedDocument> {
  const { lines } = sectioned.folded
  // Extractors of prose look for words, which damage would hide; those of the header read numbers and handle damage
  // themselves.
  const prose = repairedTextOf(sectioned.folded)
  const plain = unrepaired(sectioned.folded.text)
  const messages: PlacedMessage[] = prose.layers.length > 0 ? [DAMAGED] : []
  const run = <D>(name: string, range: Span | null, extract: (text: string) => D, repaired = prose): D[] => {
    if (!range || range.end === range.start) return []
    try {
      const [start, end] = [toRepaired(repaired, range.start), toRepaired(repaired, range.end)]
      return [draftInOriginal(repaired, shiftedDraft(extract(repaired.text.slice(start, end)), start))]
    } catch {
      messages.push(threw(name))
      return []
    }
  }
  // Several extractors read one section.
  const sections = remembered((reads: CaseSection) => {
    const range = sectionSpan(sectioned, reads)
    const view = reads === 'header' ? plain : prose
    return { range, view, starts: startsIn(view, lines, range) }
  }, SECTIONS)
  const caseDrafts: CaseDraft[] = []
  for (const { name, reads, extract } of extractors.ofCase) {
    const { range, view, starts } = sections(reads)
    caseDrafts.push(...run(name, range, part => extract(part, starts), view))
    yield
  }
  const items = sectioned.items.map(({ heading, decision }, at) => ({
    ordinal: at + 1,
    decision,
    heading: sectioned.folded.text.slice(heading.start, heading.end),
  }))
  const itemDrafts: ItemDraft[][] = sectioned.items.map(item => [decided(item)])
  for (const { name, reads, extract } of extractors.ofItem) {
    for (const [at, item] of sectioned.items.entries())
      itemDrafts[at]!.push(
        ...run(name, item[reads satisfies ItemSection], part => extract(part, { ...items[at]!, items })),
      )
    yield
  }
  return { sectioned, caseDrafts, itemDrafts, messages }
}

/** More than an extractor can ask for. */
const SECTIONS = 10

/** The form's own table gives the decision, with the words that state it. */
const decided = ({ decision, outcome }: ItemSpans): ItemDraft => ({
  decision: found<ItemSpans['decision']>(decision, outcome, 'item/outcome'),
  medicallyNecessary: found<boolean>(decision === 'overturned', outcome, 'item/outcome'),
})

const sectionSpan = ({ sections }: SectionedDocument, kind: CaseSection): Span | null =>
  sections.find(section => section.kind === kind)?.body ?? null

/** Offsets in the repaired text at which lines begin inside a section, counted from its start. */
const startsIn = (repaired: RepairedText, lines: readonly Span[], range: Span | null): number[] =>
  lines
    .filter(({ start }) => range && start >= range.start && start < range.end)
    .map(({ start }) => toRepaired(repaired, start) - toRepaired(repaired, range!.start))

const DAMAGED: PlacedMessage = {
  code: 'text/damaged',
  severity: 'warning',
  pointer: null,
  reason: 'many words contain wrong characters; words were corrected where only one reading is likely',
}

const threw = (name: string): PlacedMessage => ({
  code: 'extractor/threw',
  severity: 'error',
  pointer: null,
  reason: `the extractor ${name} failed on this letter`,
})
