import { type Citation, type Draft, found, type Span, span, verbatim } from '../../document/index.ts'
import guidelines from '../../vocabulary/guidelines.json' with { type: 'json' }
import { unpunctuated } from './mtus.ts'

type Source = Citation['source']

interface Naming extends Span {
  readonly source: Source
}

const NAMES = guidelines.sources.flatMap(({ source, names }) => names.map(name => [name, source as Source] as const))
const bySource = new Map(NAMES)
const NAME = new RegExp(
  `(?<![\\w/.])(?:${[...bySource.keys()]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|')})(?![\\w-])`,
  'g',
)

/** "… and Other Medical Treatment Guidelines Smith on the spine": a label, not a title. */
const LABEL = /(?:,? and )?Other Medical Treatment Guidelines?(?: or Medical Evidence)?:? ?/g

/** "2016" as an edition; not the year of "updated 12/21/16", "accessed 02/18/2017" or "(Li, 2005)". */
const EDITION = /(?<![\d/.-]|[a-z], ?)\b((?:19|20)\d\d)\b(?![/-]\d)/

/** The works cited in `body`, what follows "Non-MTUS Citation": a new one at each name of a source. */
export function otherCitations(text: string, body: Span): Draft<Citation>[] {
  return partsBetweenLabels(text, body).flatMap(part => {
    const namings = namingsIn(text, part)
    const before = span(part.start, namings[0]?.start ?? part.end)
    const named = namings.map((naming, at) => namedWork(text, naming, namings[at + 1]?.start ?? part.end))
    return [...unnamedWorks(text, before), ...named]
  })
}

function partsBetweenLabels(text: string, body: Span): Span[] {
  const labels = Array.from(text.slice(body.start, body.end).matchAll(LABEL), match => ({
    start: body.start + match.index,
    end: body.start + match.index + match[0].length,
  }))
  const starts = [body.start, ...labels.map(label => label.end)]
  return starts.map((start, at) => span(start, labels[at]?.start ?? body.end)).filter(part => part.end > part.start)
}

const namingsIn = (text: string, part: Span): Naming[] =>
  Array.from(text.slice(part.start, part.end).matchAll(NAME), match => ({
    ...span(part.start + match.index, part.start + match.index + match[0].length),
    source: bySource.get(match[0])!,
  }))

function namedWork(text: string, naming: Naming, end: number): Draft<Citation> {
  const title = unpunctuated(text, span(naming.end, end))
  return {
    source: found<Source>(naming.source, naming, 'guideline/source'),
    title: title.end > title.start ? verbatim(text, title, 'guideline/title') : null,
    year: editionOf(text, title),
    sections: [],
    pages: null,
  }
}

function editionOf(text: string, title: Span) {
  const match = EDITION.exec(text.slice(title.start, title.end))
  if (!match) return null
  const start = title.start + match.index
  return found(Number(match[1]), span(start, start + 4), 'guideline/edition')
}

/** Works of no known source: one, or one for each address of a list of addresses. */
function unnamedWorks(text: string, range: Span): Draft<Citation>[] {
  const body = unpunctuated(text, range)
  if (body.end === body.start) return []
  return splitAddresses(text, body).map(title => ({
    source: found<Source>('other', title, 'guideline/other'),
    title: verbatim(text, title, 'guideline/other'),
    year: null,
    sections: [],
    pages: null,
  }))
}

/** "http://one.example/a, https://two.example/b"; but "Title. http://one.example/a, accessed 02/18/2017" is one work. */
function splitAddresses(text: string, body: Span): Span[] {
  const starts = Array.from(
    text.slice(body.start, body.end).matchAll(/(?:^|[,;] |and )(?=https?:\/\/)/g),
    match => match.index,
  )
  if (starts[0] !== 0) return [body]
  const edges = [...starts.map(at => body.start + at), body.end]
  return starts.map((_, at) => unpunctuated(text, span(edges[at]!, edges[at + 1]!)))
}
