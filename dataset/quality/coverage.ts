import { type CaseRecord, caseRecordJsonSchema } from '../../document/index.ts'
import { share } from './rate.ts'
import type { Sum } from './sum.ts'
import { startTally } from './tally.ts'
import { decisionYear } from './year.ts'

/** How often each field is filled in the letters of a year and a form. */
export interface Coverage {
  /** Year of the decision, or `ALL`. */
  readonly year: string
  /** Form of the letters, or `ALL`. */
  readonly form: string
  readonly letters: number
  readonly fields: Readonly<Record<string, FieldCoverage>>
}

/** How many entries could hold a value, and how many do. */
interface Filled {
  entries: number
  filled: number
}

/** Coverage of one field. */
export interface FieldCoverage extends Readonly<Filled> {
  /** Null if no entry could hold one. */
  readonly share: number | null
}

/** Every year, or every form; sorts first. */
export const ALL = '(all)'

/** Coverage overall, by form, by year, and by form within each year. */
export function coverage(): Sum<readonly Coverage[]> {
  const strata = startTally<Stratum>(() => ({ letters: 0, fields: FIELDS.map(() => ({ entries: 0, filled: 0 })) }))
  return {
    add: record => {
      const filled = FIELDS.map(field => filledIn(record, field))
      for (const year of [ALL, decisionYear(record)])
        for (const form of [ALL, record.source.form]) grow(strata.of(`${year}/${form}`), filled)
    },
    total: () => strata.entries().map(([name, stratum]) => coverageOf(name, stratum)),
  }
}

interface Stratum {
  letters: number
  readonly fields: readonly Filled[]
}

function grow(stratum: Stratum, filled: readonly Filled[]): void {
  stratum.letters++
  for (const [at, sum] of stratum.fields.entries()) {
    sum.entries += filled[at]!.entries
    sum.filled += filled[at]!.filled
  }
}

function coverageOf(name: string, { letters, fields }: Stratum): Coverage {
  const [year = ALL, form = ALL] = name.split('/')
  const named = fields.map((sum, at) => [FIELDS[at]!.name, { ...sum, share: share(sum.filled, sum.entries) }])
  return { year, form, letters, fields: Object.fromEntries(named) }
}

/** A field of the record that a letter may leave empty: `disputedItems[].drug.strength`. */
interface CoverageField {
  readonly name: string
  /** Names of the containing fields, outermost first. */
  readonly holders: readonly string[]
  readonly key: string
}

/** The part of JSON Schema that says what may be empty. */
interface SchemaNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
}

/** Statements of the program about the letter are not fields that the letter fills. */
const OWN = ['source', 'evidence', 'messages', 'extractor']

/** Every field that may be null or an empty list, from the schema, so that new fields are included automatically. */
const FIELDS: readonly CoverageField[] = mayBeEmpty(JSON.parse(caseRecordJsonSchema()) as SchemaNode, '').map(name => {
  const steps = name.replaceAll('[]', '').split('.')
  return { name, holders: steps.slice(0, -1), key: steps.at(-1)! }
})

function mayBeEmpty(node: SchemaNode, name: string): string[] {
  if (OWN.includes(name)) return []
  const optional = node.type === 'array' || node.anyOf !== undefined
  return [...(optional ? [name] : []), ...below(node, name)]
}

function below({ anyOf, items, properties = {} }: SchemaNode, name: string): string[] {
  if (anyOf) return anyOf.flatMap(node => below(node, name))
  if (items) return below(items, `${name}[]`)
  return Object.entries(properties).flatMap(([key, node]) => mayBeEmpty(node, name === '' ? key : `${name}.${key}`))
}

/** An absent object has no fields: the strength of a drug only counts if there is a drug. */
function filledIn(record: CaseRecord, { holders, key }: CoverageField): Filled {
  let nodes: Record<string, unknown>[] = [record]
  for (const holder of holders) nodes = nodes.flatMap(node => (node[holder] ?? []) as Record<string, unknown>[])
  return { entries: nodes.length, filled: nodes.filter(node => isFilled(node[key])).length }
}

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
