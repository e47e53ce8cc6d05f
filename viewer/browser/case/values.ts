import type { CaseRecord } from '../../../document/index.ts'

/** A value of a record with its pointer and label. */
export interface Leaf {
  readonly pointer: string
  readonly label: string
  /** The part of its entry to which it belongs, such as the guidelines of one side; '' for most. */
  readonly section: string
  /** Pointer of the list entry within the section, such as one citation; '' if there is none. */
  readonly entry: string
  readonly value: string | number | boolean | null
}

/** What is shown together: an entry of a list, or the members of an object. */
export interface ValueGroup {
  readonly pointer: string
  readonly title: string
  readonly leaves: readonly Leaf[]
}

/** The parts of a record in display order, with the meaning of their colours. */
export const PARTS = [
  { key: 'disputedItems', title: 'Disputed items', one: 'Item', kind: 'item' },
  { key: 'diagnoses', title: 'Diagnoses', one: 'Diagnosis', kind: 'diagnosis' },
  { key: 'treatments', title: 'Treatments', one: 'Treatment', kind: 'treatment' },
  { key: 'clinicalCaseSummary', title: 'Clinical case summary', one: '', kind: 'prose' },
  { key: 'reviewer', title: 'Reviewer', one: '', kind: 'header' },
  { key: 'dates', title: 'Dates', one: '', kind: 'header' },
  { key: 'worker', title: 'Injured worker', one: '', kind: 'header' },
  { key: 'caseNumber', title: 'Case number', one: '', kind: 'header' },
  { key: 'priority', title: 'Priority', one: '', kind: 'header' },
  { key: 'documentsReviewed', title: 'Documents reviewed', one: 'Document', kind: 'header' },
] as const

/** A part of the record, as the page shows it. */
export type Part = (typeof PARTS)[number]
/** The kind of a value, which determines its colour. */
export type Kind = Part['kind'] | 'decision' | 'guideline' | 'reason'

/** What kind of value is at a pointer, which determines its colour. */
export function kindOf(pointer: string): Kind {
  if (/^\/disputedItems\/\d+\/(?:decision|medicallyNecessary)/.test(pointer)) return 'decision'
  if (/^\/disputedItems\/\d+\/(?:claimsAdministrator|reviewer)/.test(pointer)) return 'guideline'
  if (/^\/disputedItems\/\d+\/reasons/.test(pointer)) return 'reason'
  if (/^\/disputedItems\/\d+\/rationale/.test(pointer)) return 'prose'
  const [, key] = pointer.split('/')
  return PARTS.find(part => part.key === key)?.kind ?? 'header'
}

/** Derived values, or values shown together with others. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['ordinal', 'medicallyNecessary', 'confidence'])

/** The groups of a part: one for each entry of a list, else a single one. */
export function groupsOf(record: CaseRecord, { key, one, title }: Part): ValueGroup[] {
  const value: unknown = (record as Readonly<Record<string, unknown>>)[key]
  if (Array.isArray(value))
    return value.map((entry, at) => ({
      pointer: `/${key}/${at}`,
      title: `${one} ${at + 1}`,
      leaves: leavesOf(entry, `/${key}/${at}`, []),
    }))
  return [{ pointer: `/${key}`, title, leaves: leavesOf(value, `/${key}`, []) }]
}

function leavesOf(value: unknown, pointer: string, path: readonly string[], entry = ''): Leaf[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((one, at) => {
      const own = `${pointer}/${at}`
      return leavesOf(one, own, path, typeof one === 'object' && path[0]! in SECTIONS ? own : entry)
    })
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value)
      .filter(([name]) => !NOT_SHOWN.has(name))
      .flatMap(([name, child]) => leavesOf(child, `${pointer}/${name}`, [...path, name], entry))
  const section = SECTIONS[path[0] ?? '']
  const own = section !== undefined || path[0] === 'drug' ? path.slice(-1) : path
  return [
    {
      pointer,
      label: pointer.endsWith('/drug/name') ? 'drug' : own.map(spoken).filter(Boolean).join(' '),
      section: section ?? '',
      entry,
      // An empty list says as little as null.
      value: Array.isArray(value) ? null : (value as Leaf['value']),
    },
  ]
}

/** Members of an item that are long lists, with their titles. */
const SECTIONS: Readonly<Record<string, string>> = {
  claimsAdministrator: "Claims administrator's guidelines",
  reviewer: "Reviewer's guidelines",
  reasons: 'Reasons',
  rationaleParts: 'Parts of the rationale',
}

const WORDS: Readonly<Record<string, string>> = {
  icd10: 'ICD-10-CM',
  urAction: 'utilization review',
  urDenial: 'denial',
  code: '',
  display: 'title',
  sites: '',
  drug: '',
  sections: 'section',
  statesOfLicensure: 'licensed in',
  certifications: '',
  subcategory: 'sub-category',
  applicationReceived: 'application',
  dependsOn: 'depends on item',
}

const spoken = (name: string): string => WORDS[name] ?? name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

/** What a value is called by itself, where nothing around it says to what it belongs. */
export function labelOf(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  const at = steps.findIndex(step => /^\d+$/.test(step))
  const name = (at < 0 ? steps : steps.slice(at + 1)).join(' ') || steps[0]!
  return LABELS[name] ?? spoken(name).replace(/ (\d+)/g, (_, number) => ` ${Number(number) + 1}`)
}

const LABELS: Readonly<Record<string, string>> = {
  'dates injury': 'date of injury',
  'dates urDenial': 'date of denial',
  'dates applicationReceived': 'date of application',
  'dates assigned': 'date of assignment',
  'dates decision': 'date of decision',
  'worker age': "worker's age",
  'worker sex': "worker's sex",
  'worker occupation': "worker's occupation",
  'icd10 code': 'ICD-10-CM code',
  'icd10 display': 'ICD-10-CM title',
}

/** Members whose values are words of a closed list, such as "conservative-care-not-exhausted". */
const CODED = /\/(?:assertion|basis|code|decision|kind|outcome|part|priority|side|status|urAction)$/

/** A value as a person reads it: codes of the record in plain words. */
export function inWords({ pointer, value }: { readonly pointer: string; readonly value: unknown }): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '–'
  if (typeof value !== 'string' || !CODED.test(pointer) || !/^[a-z]+(?:-[a-z]+)*$/.test(value)) return String(value)
  return value.replace(/\bmtus\b/, 'MTUS').replaceAll('-', ' ')
}

/** A reason to doubt a value. */
export interface Doubt {
  readonly text: string
  readonly severity: 'info' | 'warning' | 'error'
}

const LOW = 0.75

/** Why a value is doubtful: messages about it, and a low confidence of its entry. */
export function doubtsOf(record: CaseRecord, pointer: string): readonly Doubt[] {
  const messages = record.messages
    .filter(message => message.pointer === pointer)
    .map(({ reason, severity }) => ({ text: reason, severity }))
  const confidence = confidenceOf(record, pointer)
  const isMain = /^\/(?:diagnoses|treatments)\/\d+\/text$|^\/disputedItems\/\d+\/(?:category|subcategory|kind)$/.test(
    pointer,
  )
  return isMain && confidence !== null && confidence < LOW
    ? [...messages, { text: `confidence is only ${confidence.toFixed(2)}`, severity: 'warning' }]
    : messages
}

/** Whether a reader should look at a value, or at its absence. */
export const isDoubtful = (record: CaseRecord, pointer: string): boolean =>
  doubtsOf(record, pointer).some(({ severity }) => severity !== 'info')

/** The confidence of the entry to which a value belongs. */
export function confidenceOf(record: CaseRecord, pointer: string): number | null {
  const [, list, at] = pointer.split('/')
  const entries = (record as unknown as Readonly<Record<string, unknown>>)[list ?? '']
  const entry = Array.isArray(entries) ? (entries[Number(at)] as { confidence?: number } | undefined) : undefined
  return entry?.confidence ?? null
}

/** The value at a pointer; undefined if there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const step of pointer.split('/').slice(1))
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step]
  return value
}

/** The places of a value; for an entry or list, those of everything in it. */
export function placesOf(record: CaseRecord, pointer: string): CaseRecord['evidence'][string] {
  const own = record.evidence[pointer]
  if (own) return own
  return Object.entries(record.evidence).flatMap(([other, places]) => (other.startsWith(`${pointer}/`) ? places : []))
}
