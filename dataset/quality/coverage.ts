import { type CaseRecord, caseRecordJsonSchema } from '../../document/index.ts'

/** How many entries could hold a value, and how many do. */
export interface Filled {
  entries: number
  filled: number
}

/** A field of the record that a letter may leave empty, as `disputedItems[].drug.strength`. */
interface Field {
  readonly name: string
  readonly steps: readonly string[]
}

interface SchemaNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
}

/** The program's own word on a letter is no field that the letter fills. */
const OWN = ['evidence', 'messages', 'extractor']

/** Every field that may be null or an empty list, from the schema: a new one is measured without being named here. */
export const FIELDS: readonly Field[] = optionalFields(JSON.parse(caseRecordJsonSchema()) as SchemaNode, '').map(
  name => ({ name, steps: name.split('.') }),
)

function optionalFields(node: SchemaNode, name: string): string[] {
  if (OWN.includes(name)) return []
  const optional = node.type === 'array' || node.anyOf !== undefined
  return [...(optional ? [name] : []), ...parts(node, name)]
}

function parts(node: SchemaNode, name: string): string[] {
  if (node.anyOf) return node.anyOf.flatMap(one => parts(one, name))
  if (node.items) return parts(node.items, `${name}[]`)
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    optionalFields(child, name === '' ? key : `${name}.${key}`),
  )
}

/** The places of a record in which `field` could stand, and those in which it does. */
export function filledIn(record: CaseRecord, { steps }: Field): Filled {
  let holders: unknown[] = [record]
  for (const step of steps.slice(0, -1)) holders = holders.flatMap(holder => below(holder, step))
  const last = steps.at(-1)!
  const values = holders.map(holder => (holder as Record<string, unknown>)[last])
  return { entries: values.length, filled: values.filter(isFilled).length }
}

/** An absent holder has no fields: the strength of a drug is looked for where there is a drug. */
function below(holder: unknown, step: string): unknown[] {
  const value = (holder as Record<string, unknown>)[step.replace('[]', '')]
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
