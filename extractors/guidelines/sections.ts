import { type Found, type Span, span, trimmed, verbatim } from '../../document/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }

const TITLES = guidelines.sectionsWithCommas.map(title => title.toLowerCase())

/**
 * Splits the list after "Section(s):" into titles. Titles contain commas too, so a comma does not separate
 *   - inside brackets: "Lidoderm (lidocaine patch, gel)",
 *   - inside a title known to have one: "NSAIDs, GI symptoms & cardiovascular risk",
 *   - before a lower-case word: "Work conditioning, work hardening",
 *   - among numbered titles, unless a number follows: "3.3.1.2 Opioids for …: Adverse Events, Prior to …, 3.3.6 Opioids
 *     …".
 */
export function splitSections(text: string, list: Span): Found<string>[] {
  const body = withoutStop(text, list)
  const numbered = /^\d+(?:\.\d+)*\.? /.test(text.slice(body.start, body.end))
  const titles: Found<string>[] = []
  let from = body.start
  for (const comma of [...separators(text, body, numbered), body.end]) {
    const title = trimmed(text, span(from, comma))
    if (title.end > title.start) titles.push(verbatim(text, title, 'guideline/section'))
    from = comma + 1
  }
  return titles
}

function withoutStop(text: string, list: Span): Span {
  const body = trimmed(text, list)
  return /[.,;]/.test(text[body.end - 1] ?? '') ? trimmed(text, span(body.start, body.end - 1)) : body
}

function separators(text: string, body: Span, numbered: boolean): number[] {
  const commas: number[] = []
  let depth = 0
  for (let at = body.start; at < body.end; at++) {
    const character = text[at]
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if ((character === ',' || character === ';') && depth === 0 && separates(text, body, at, numbered))
      commas.push(at)
  }
  return commas
}

/** How far around a comma is examined; longer than any title, so a list takes linear time. */
const AROUND = 120

function separates(text: string, body: Span, comma: number, numbered: boolean): boolean {
  const after = text.slice(comma + 1, Math.min(body.end, comma + AROUND)).trimStart()
  if (numbered) return /^\d+(?:\.\d+)*\.? [A-Z]/.test(after)
  return !/^(?:[a-z]|& )/.test(after) && !insideTitle(text, body, comma)
}

function insideTitle(text: string, body: Span, comma: number): boolean {
  const from = Math.max(body.start, comma - AROUND)
  const around = text.slice(from, Math.min(body.end, comma + AROUND)).toLowerCase()
  return TITLES.some(title => {
    const at = around.lastIndexOf(title, comma - from)
    return at >= 0 && comma - from < at + title.length
  })
}
