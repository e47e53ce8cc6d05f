/** The parts of JSON Schema that the schema of a record uses. */
interface Schema {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}

/** A page with every field of a record: its path, its type, and what it means. */
export function recordReference(schema: unknown): string {
  const rows = fields(schema as Schema, '').map(
    ({ path, type, description }) => `| <code>${path.replaceAll('.', '.<wbr>')}</code> | ${type} | ${description} |`,
  )
  return `---
aside: false
---
# The record

One record per letter, as one line of JSON. What a letter does not say is \`null\` or an empty list. Anything doubtful is listed
in \`messages\`. \`evidence\` gives the place of every value: the key is a JSON Pointer to the value, and the offsets count in the
text that \`imr text\` prints. The machine-readable form of this page is \`docs/case-record.schema.json\`.

| field | type | meaning |
|---|---|---|
${rows.join('\n')}
`
}

interface Field {
  readonly path: string
  readonly type: string
  readonly description: string
}

function fields(schema: Schema, path: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const at = path === '' ? name : `${path}.${name}`
    const inner = objectIn(child)
    const own = { path: at, type: typeOf(child), description: (child.description ?? '').replaceAll('|', '\\|') }
    return [own, ...(inner ? fields(inner, isList(child) ? `${at}[]` : at) : [])]
  })
}

const variants = (schema: Schema): readonly Schema[] => schema.anyOf ?? [schema]
const isList = (schema: Schema): boolean => variants(schema).some(({ items }) => items !== undefined)

/** The object that a field is, or that its list holds. */
const objectIn = (schema: Schema): Schema | undefined =>
  variants(schema)
    .map(variant => variant.items ?? variant)
    .find(({ properties }) => properties !== undefined)

function typeOf(schema: Schema): string {
  return variants(schema).map(plainType).join(' or ')
}

function plainType({ type, enum: values, const: only, items }: Schema): string {
  if (only !== undefined) return `\`${only}\``
  if (values)
    return values.length > 8 ? `one of ${values.length} words` : values.map(value => `\`${value}\``).join(', ')
  if (items) return `list of ${typeOf(items)}`
  return [type ?? 'object'].flat().join(' or ')
}
