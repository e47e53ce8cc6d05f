/** Markup that is safe to print. */
export interface Html {
  readonly html: string
}

type HtmlContent = Html | string | number | readonly HtmlContent[]

/** Markup with values in it: text is escaped, markup is not, lists are joined. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlContent[]): Html =>
  raw(strings.reduce((all, string, at) => all + printed(values[at - 1]!) + string))

/** Markup from elsewhere, such as a drawing. */
export const raw = (text: string): Html => ({ html: text })

function printed(value: HtmlContent): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(printed).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character]!)
