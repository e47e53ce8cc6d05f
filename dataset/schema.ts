import { z } from 'zod'
import { caseRecordJsonSchema, rejection } from '../document/index.ts'

/** What a schema says about a field: its meaning, whether it may be missing, and its possible values. */
export interface SchemaField {
  readonly description: string
  readonly nullable: boolean
  readonly values?: readonly string[]
}

/** The part of JSON Schema that the schemas of this program use. */
interface Node {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | false
  readonly anyOf?: readonly Node[]
  readonly enum?: readonly string[]
}

const RECORD: Node = JSON.parse(caseRecordJsonSchema())
const REJECTION = z.toJSONSchema(rejection) as Node

/**
 * A field of the case record by its path, without lists and maps: "disputedItems.drug.name". Throws if it does not
 * exist.
 */
export const recordField = (path: string): SchemaField => fieldAt(RECORD, path)

/** The same for a rejection. */
export const rejectionField = (path: string): SchemaField => fieldAt(REJECTION, path)

function fieldAt(schema: Node, path: string): SchemaField {
  let node = schema
  let nullable = false
  for (const name of path.split('.')) {
    const next = contentOf(node).properties?.[name]
    if (next === undefined) throw new Error(`no such field: ${path}`)
    node = next
    nullable ||= isNullable(next)
  }
  const { description } = { ...contentOf(node), ...node }
  if (description === undefined) throw new Error(`a field without a description: ${path}`)
  const values = contentOf(node).enum
  return { description, nullable, ...(values && { values }) }
}

const isNullable = ({ type, anyOf }: Node): boolean => type?.includes('null') || (anyOf?.some(isNullable) ?? false)

/** The content of a node: without "or null", and for a list or map its entries. */
function contentOf(node: Node): Node {
  const content = node.anyOf?.find(({ type }) => type !== 'null') ?? node
  const entries = content.items ?? content.additionalProperties
  return entries ? contentOf(entries) : content
}
