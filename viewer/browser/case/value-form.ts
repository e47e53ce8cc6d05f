import { h } from '../dom.ts'

/** The part of JSON Schema from which forms are built. */
export interface FormSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly FormSchema[]
  readonly items?: FormSchema
  readonly properties?: Readonly<Record<string, FormSchema>>
  readonly pattern?: string
}

/** The fields for entering a value, and the resulting value. */
export interface ValueForm {
  readonly fields: HTMLElement
  value(): unknown
}

/** The schema of a place in a record. */
export function schemaAt(root: FormSchema, pointer: string): FormSchema | undefined {
  let node: FormSchema | undefined = root
  for (const step of pointer.split('/').slice(1)) {
    node = node && content(node)
    node = node?.items ?? node?.properties?.[step]
  }
  return node
}

/** Without "or null". */
const content = (node: FormSchema): FormSchema => node.anyOf?.find(({ type }) => type !== 'null') ?? node

const isNullable = (node: FormSchema): boolean =>
  node.anyOf?.some(({ type }) => type === 'null') ?? (Array.isArray(node.type) && node.type.includes('null'))

let made = 0

/** A form for a value of this schema; what a person may not set, such as a confidence, is filled in. */
export function valueForm(schema: FormSchema, value: unknown, label: string): ValueForm {
  const node = content(schema)
  const optional = isNullable(schema)
  if (node.properties) return objectForm(node.properties, value, optional)
  if (node.items) return listForm(node.items, value, label)
  const id = `field-${++made}`
  const field = fieldFor(node, optional, id)
  field.value = value === null || value === undefined ? '' : String(value)
  if (field instanceof HTMLTextAreaElement) field.rows = Math.min(8, Math.max(2, Math.ceil(field.value.length / 60)))
  const help = [
    node.description,
    isDate(node) ? DATE : '',
    optional ? 'Leave it empty if the letter does not say.' : '',
  ]
    .filter(Boolean)
    .join('. ')
  return {
    fields: h(
      'div',
      { class: 'field' },
      h('label', { for: id }, label),
      field,
      help !== '' && h('p', { class: 'help' }, help),
    ),
    value: () => typed(field.value.trim(), node),
  }
}

function fieldFor(
  node: FormSchema,
  optional: boolean,
  id: string,
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const choices = node.enum ?? (node.type === 'boolean' ? ['true', 'false'] : undefined)
  if (choices)
    return h(
      'select',
      { id },
      optional && h('option', { value: '' }, '–'),
      choices.map(choice => h('option', { value: choice }, choice)),
    )
  if (node.type === 'integer' || node.type === 'number')
    return h('input', { id, type: 'number', step: node.type === 'integer' ? '1' : 'any' })
  // The browser shows the title when it refuses what was typed.
  const title = isDate(node) ? { title: DATE } : {}
  if (node.pattern) return h('input', { id, type: 'text', pattern: node.pattern, ...title })
  return h('textarea', { id })
}

/** As `isoDate` in `document/record.ts`. */
const isDate = ({ pattern }: FormSchema): boolean => pattern === '^\\d{4}-\\d{2}-\\d{2}$'

const DATE = 'Year, month and day, as in 2016-12-31'

function typed(text: string, node: FormSchema): unknown {
  if (text === '') return null
  if (node.type === 'integer' || node.type === 'number') return Number(text)
  return node.type === 'boolean' ? text === 'true' : text
}

const CERTAIN = 0.99

function objectForm(properties: Readonly<Record<string, FormSchema>>, value: unknown, optional: boolean): ValueForm {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>
  const forms = Object.entries(properties)
    .filter(([name]) => name !== 'confidence')
    .map(([name, node]) => [name, valueForm(node, given[name], name)] as const)
  return {
    fields: h(
      'div',
      { class: 'fields' },
      forms.map(([, form]) => form.fields),
    ),
    value: () => {
      const entries = forms.map(([name, form]) => [name, form.value()] as const)
      if (optional && entries.every(([, one]) => one === null)) return null
      return Object.fromEntries([...entries, ...('confidence' in properties ? [['confidence', CERTAIN] as const] : [])])
    },
  }
}

/** Body sites are picked from a list; texts are entered one per line. */
function listForm(items: FormSchema, value: unknown, label: string): ValueForm {
  const given = (value ?? []) as readonly unknown[]
  if (!content(items).properties) {
    const lines = valueForm({ type: 'string', description: 'One per line' }, given.join('\n'), label)
    return {
      fields: lines.fields,
      value: () =>
        String(lines.value() ?? '')
          .split('\n')
          .map(line => line.trim())
          .filter(Boolean),
    }
  }
  const forms = given.map(entry => valueForm(items, entry, label))
  const box = h(
    'div',
    { class: 'entries' },
    forms.map(form => form.fields),
  )
  const add = h('button', { type: 'button', class: 'quiet' }, `Add to ${label}`)
  add.addEventListener('click', () => {
    const form = valueForm(items, undefined, label)
    forms.push(form)
    box.append(form.fields)
    form.fields.querySelector<HTMLElement>('select, input, textarea')?.focus()
  })
  return {
    fields: h('fieldset', {}, h('legend', {}, label), box, add),
    value: () => forms.map(form => form.value()).filter(Boolean),
  }
}
