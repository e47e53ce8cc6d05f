import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CaseRecord, Evidence } from '../document/index.ts'
import type { Correction } from './correction.ts'
import { valueAt } from './pointer.ts'

/** The lists of a record that are annotated in a letter, and their labels. */
const LABELS = { diagnoses: 'diagnosis', treatments: 'treatment', disputedItems: 'item' } as const
type List = keyof typeof LABELS

/** The labelling interface for the tasks. */
export const LABEL_STUDIO_CONFIG = `<View>
  <Labels name="label" toName="text">
${Object.values(LABELS)
  .map(label => `    <Label value="${label}"/>`)
  .join('\n')}
  </Labels>
  <Text name="text" value="$text"/>
</View>
`

const region = z.object({
  id: z.string(),
  type: z.string(),
  value: z.object({ start: z.int(), end: z.int(), labels: z.array(z.string()).optional() }),
})

type Region = z.infer<typeof region>

/** A letter as a Label Studio task, with the program's annotations. Offsets are those of the canonical text. */
export function labelStudioTask(record: CaseRecord, text: string): object {
  const result = marksOf(record).map(({ id, label, place: { start, end } }) => ({
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { start, end, text: text.slice(start, end), labels: [label] },
  }))
  return {
    data: { id: record.id, case_number: record.caseNumber, text },
    predictions: [{ model_version: `${record.extractor.name} ${record.extractor.version}`, result }],
  }
}

interface EntryMark {
  /** Pointer of the text, and the number of its place. */
  readonly id: string
  readonly pointer: string
  readonly label: string
  readonly place: Evidence
}

function marksOf(record: CaseRecord): EntryMark[] {
  return Object.entries(record.evidence).flatMap(([pointer, places]) => {
    const [, list] = /^\/(diagnoses|treatments|disputedItems)\/\d+\/text$/.exec(pointer) ?? []
    if (list === undefined) return []
    return places.map((place, at) => ({ id: `${pointer}@${at}`, pointer, label: LABELS[list as List], place }))
  })
}

/** The part of a Label Studio export (JSON) that is imported. */
export const labelStudioExport = z.array(
  z.object({
    data: z.object({ id: z.string() }),
    annotations: z.array(
      z.object({
        id: z.union([z.int(), z.string()]),
        was_cancelled: z.boolean().optional(),
        completed_by: z.union([z.int(), z.object({ email: z.string() })]).optional(),
        created_at: z.iso.datetime({ offset: true }).optional(),
        result: z.array(z.unknown()),
      }),
    ),
  }),
)

type Annotation = z.infer<typeof labelStudioExport>[number]['annotations'][number]

/**
 * What an annotator said about a record, as corrections: a region that stayed is right, one that was moved is a change,
 * one that was removed removes its entry, a new one adds an entry. The same export gives the same ids. `skipped` counts
 * regions from which no entry can be made, such as new items, whose decision is not annotated.
 */
export function fromLabelStudio(
  record: CaseRecord,
  text: string,
  annotation: Annotation,
): { readonly corrections: readonly Correction[]; readonly skipped: number } {
  const regions = annotation.result
    .flatMap(one => region.safeParse(one).data ?? [])
    .filter(({ type }) => type === 'labels')
  const marks = marksOf(record)
  const common = { at: annotation.created_at ?? '1970-01-01T00:00:00Z', by: annotator(annotation), case: record.id }
  const judgements = [...Map.groupBy(marks, ({ pointer }) => pointer)].map(([pointer, own]) =>
    wordOn(record, text, pointer, own, regions),
  )
  const known = new Set(marks.map(({ id }) => id))
  const fresh = regions.filter(({ id }) => !known.has(id))
  const added = fresh.flatMap(one => newEntry(text, one) ?? [])
  const corrections = [...judgements, ...added].map(one => ({
    ...common,
    ...one,
    id: idOf([record.id, annotation.id, one]),
  }))
  return {
    corrections: corrections.map(one => ({ ...one, at: new Date(one.at).toISOString() })),
    skipped: fresh.length - added.length,
  }
}

type Word = Omit<Correction, 'id' | 'at' | 'by' | 'case'>

function wordOn(
  record: CaseRecord,
  text: string,
  pointer: string,
  marks: readonly EntryMark[],
  regions: readonly Region[],
): Word {
  const own = regions.filter(({ id, value }) => id.startsWith(`${pointer}@`) && value.labels?.includes(marks[0]!.label))
  const was = valueAt(record, pointer) as string
  const about = { was, entry: was }
  const entry = pointer.replace(/\/text$/, '')
  if (own.length === 0) return { action: 'delete', pointer: entry, was: valueAt(record, entry) as never, entry: was }
  const stayed = marks.every(({ id, place }) =>
    own.some(one => one.id === id && one.value.start === place.start && one.value.end === place.end),
  )
  if (stayed) return { action: 'accept', pointer, ...about }
  const spans = own.map(({ value }) => value).sort((a, b) => a.start - b.start)
  return {
    action: 'change',
    pointer,
    ...about,
    value: spans.map(span => words(text, span)).join(' '),
    places: spans.map(placeOf),
  }
}

function newEntry(text: string, { value }: Region): Word | undefined {
  const entry = { text: words(text, value), confidence: 0.99 }
  const places = [placeOf(value)]
  if (value.labels?.includes('diagnosis'))
    return {
      action: 'add',
      pointer: '/diagnoses/-',
      value: { ...entry, assertion: 'present', icd10: null, sites: [] },
      places,
    }
  if (value.labels?.includes('treatment'))
    return { action: 'add', pointer: '/treatments/-', value: { ...entry, kind: 'other', status: 'received' }, places }
  return undefined
}

const words = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim()

/** Label Studio has no notion of pages. */
const placeOf = ({ start, end }: { start: number; end: number }) => ({ start, end, page: 1, boxes: [] })

const annotator = ({ completed_by: by }: Annotation): string =>
  typeof by === 'object' ? by.email : `Label Studio user ${by ?? 'unknown'}`

const idOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
