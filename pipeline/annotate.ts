import {
  found,
  type ItemSpans,
  type PlacedMessage,
  placed,
  type SectionedDocument,
  type Span,
} from '../document/index.ts'
import {
  type CaseDraft,
  type CaseSection,
  caseExtractors,
  type ItemDraft,
  type ItemSection,
  itemExtractors,
} from '../extractors/index.ts'

/** What the extractors found, in their order, with offsets into the folded text. */
export interface AnnotatedDocument {
  readonly sectioned: SectionedDocument
  readonly caseDrafts: readonly CaseDraft[]
  /** One list of drafts an item. */
  readonly itemDrafts: readonly (readonly ItemDraft[])[]
  readonly messages: readonly PlacedMessage[]
}

/** Runs every extractor on the section that it reads. One that throws costs a message, not the letter. */
export function annotate(sectioned: SectionedDocument): AnnotatedDocument {
  const messages: PlacedMessage[] = []
  const { text, lines } = sectioned.folded
  const run = <D>(name: string, range: Span | null, extract: (text: string) => D): D[] => {
    if (!range || range.end === range.start) return []
    try {
      return [placed(extract(text.slice(range.start, range.end)), range.start)]
    } catch {
      messages.push(threw(name))
      return []
    }
  }
  const caseDrafts = caseExtractors.flatMap(({ name, reads, extract }) => {
    const range = sectionSpan(sectioned, reads)
    return run(name, range, part => extract(part, startsIn(lines, range)))
  })
  const itemDrafts = sectioned.items.map(item => [
    decided(item),
    ...itemExtractors.flatMap(({ name, reads, extract }) => run(name, item[reads satisfies ItemSection], extract)),
  ])
  return { sectioned, caseDrafts, itemDrafts, messages }
}

/** What was decided stands in the table of the form, beside the words that say it. */
const decided = ({ decision, outcome }: ItemSpans): ItemDraft => ({
  decision: found<ItemSpans['decision']>(decision, outcome, 'item/outcome'),
  medicallyNecessary: found<boolean>(decision === 'overturned', outcome, 'item/outcome'),
})

const sectionSpan = ({ sections }: SectionedDocument, kind: CaseSection): Span | null =>
  sections.find(section => section.kind === kind)?.body ?? null

/** Where lines begin inside a section, counted from its start. */
const startsIn = (lines: readonly Span[], range: Span | null): number[] =>
  lines.flatMap(({ start }) => (range && start >= range.start && start < range.end ? [start - range.start] : []))

const threw = (name: string): PlacedMessage => ({
  code: 'extractor/threw',
  severity: 'error',
  pointer: null,
  reason: `the extractor ${name} failed on this letter`,
})
