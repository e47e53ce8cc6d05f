import { type Found, found, type Span } from '../../document/index.ts'
import type { CaseExtractor } from '../extractor.ts'
import { type HeaderField, type HeaderLabel, LABEL_KINDS, labelsIn } from './labels.ts'
import { type Value, valuesIn } from './values.ts'

/**
 * The header table, row by row:
 *
 *     Case Number: CM16-9000001
 *     Date Assigned: 11/09/2016 Date of Injury: 10/13/2016
 *     Decision Date: 12/09/2016 UR Denial Date: 11/03/2016
 *     Priority: Standard Application Received: 11/03/2016
 *
 * The label of the last field wraps in its cell, so its date may come before the label's second word. Some programs
 * write the table column by column, labels first and values after them, or the other way round.
 */
export const header: CaseExtractor = {
  name: 'header',
  reads: 'header',
  extract: text => {
    const labels = labelsIn(text)
    const values = valuesIn(text, labels)
    const rows = inRows(text, labels, values)
    const isTable = !areRows(rows, labels) && allStand(labels, values)
    const read = withoutMisread(isTable ? byTurns(labels, values) : rows)
    return {
      caseNumber: read.get('case-number') ?? null,
      dates: Object.fromEntries(DATES.map(field => [field, read.get(field) ?? null])),
      priority: (read.get('priority') ?? null) as Found<'standard' | 'expedited'> | null,
    }
  },
}

/** In chronological order, which every letter read so far follows. */
const DATES = ['injury', 'urDenial', 'applicationReceived', 'assigned', 'decision'] as const

type Reading = ReadonlyMap<HeaderField, Found<string>>

/** Whether most date labels are followed by their date; a label without one then stays without. */
const areRows = (read: Reading, labels: readonly HeaderLabel[]): boolean =>
  DATES.filter(field => read.has(field)).length * 2 > labels.filter(({ kind }) => kind === 'date').length

/** Whether each field has its label, and there are as many values. */
const allStand = (labels: readonly HeaderLabel[], values: readonly Value[]): boolean =>
  LABEL_KINDS.every(kind => {
    const fields = labels.filter(label => label.kind === kind).length
    return fields > 0 && fields === values.filter(value => value.kind === kind).length
  })

/**
 * Each value goes to the first waiting label of its kind, or else waits for the next one, so that rows and columns are
 * read alike. Unless every label is next to its value, the dates must be in the order they have in all letters.
 */
function byTurns(labels: readonly HeaderLabel[], values: readonly Value[]): Reading {
  const read = new Map<HeaderField, Found<string>>()
  const waiting = new Map(
    LABEL_KINDS.map(kind => [kind, { labels: [] as HeaderLabel[], values: [] as Value[] }] as const),
  )
  let beside = true
  let before: HeaderLabel | Value | undefined
  for (const token of inOrder(labels, values)) {
    const queue = waiting.get(token.kind)!
    if ('field' in token) {
      const value = queue.values.shift()
      if (value) read.set(token.field, foundAs(token, value))
      else queue.labels.push(token)
    } else {
      const label = queue.labels.shift()
      if (label) read.set(label.field, foundAs(label, token))
      else queue.values.push(token)
      beside &&= label !== undefined && label === before
    }
    before = token
  }
  return beside || isInTime(read) ? read : withoutDates(read)
}

/**
 * Only values right after their labels, but not one after the last of a column of labels, which has a column of values.
 * If a single value follows several labels, those before the last have none; dates must then be in order.
 */
function inRows(text: string, labels: readonly HeaderLabel[], values: readonly Value[]): Reading {
  const tokens = inOrder(labels, values)
  const read = new Map<HeaderField, Found<string>>()
  const doubtful = new Set<HeaderField>()
  for (const [at, value] of tokens.entries()) {
    const [before, label] = [tokens[at - 2], tokens[at - 1]]
    if ('field' in value || !label || !('field' in label) || label.kind !== value.kind || read.has(label.field))
      continue
    const next = tokens[at + 1]
    const isAfterLabel = before !== undefined && 'field' in before && text.slice(before.end, label.start).trim() === ''
    if (isAfterLabel && next !== undefined && !('field' in next)) continue
    if (isAfterLabel) doubtful.add(label.field)
    read.set(label.field, foundAs(label, value))
  }
  return ifInTime(read, field => doubtful.has(field))
}

const inOrder = (labels: readonly HeaderLabel[], values: readonly Value[]): (HeaderLabel | Value)[] =>
  [...labels, ...values].sort((a: Span, b: Span) => a.start - b.start)

const foundAs = ({ field }: HeaderLabel, { says, repaired, start, end }: Value): Found<string> =>
  found<string>(says, { start, end }, `header/${field}${repaired ? '/repaired' : ''}`)

const isInTime = (read: Reading): boolean => {
  const days = DATES.flatMap(field => read.get(field)?.value ?? [])
  return days.every((day, at) => at === 0 || days[at - 1]! <= day)
}

/** A repaired date that is out of order with the intact ones was misread: "02/20/201g" in a case of 2013. */
function withoutMisread(read: Reading): Reading {
  return ifInTime(read, field => read.get(field)?.rule.endsWith('/repaired') ?? false)
}

/** Without the doubtful values that are out of order with the sound ones. */
function ifInTime(read: Reading, isDoubtful: (field: HeaderField) => boolean): Reading {
  const sound = [...read].filter(([field]) => !isDoubtful(field))
  return new Map(
    [...read].filter(([field, value]) => !isDoubtful(field) || isInTime(new Map([...sound, [field, value]]))),
  )
}

const withoutDates = (read: Reading): Reading =>
  new Map([...read].filter(([field]) => !DATES.some(one => one === field)))
