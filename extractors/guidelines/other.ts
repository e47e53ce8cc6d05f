import { type Citation, type Draft, found, matchesOf, type Span, span, verbatim } from '../../document/index.ts'
import { unpunctuated } from './edges.ts'
import { namingsIn, type SourceNaming } from './names.ts'

type Source = Citation['source']

/** "… and Other Medical Treatment Guidelines Smith on the spine": a label, not a title. */
const LABEL = /(?:,? and )?Other Medical Treatment Guidelines?(?: or Medical Evidence)?:? ?/g

/** "14th Edition, 2016", "(2016)"; not the year of "updated 12/21/16", "accessed 02/18/2017" or "(Li, 2005)". */
const EDITION = /(?<![\d/.-]|\([^()]{1,40}, ?)\b((?:19|20)\d\d)\b(?![/-]\d)/

/** The works cited in `body`, the text after "Non-MTUS Citation": each source name begins a new one. */
export function otherCitations(text: string, body: Span): Draft<Citation>[] {
  return partsBetweenLabels(text, body).flatMap(part => {
    const namings = namingsIn(text, part)
    const before = span(part.start, namings[0]?.start ?? part.end)
    const named = namings.map((naming, at) => namedWork(text, naming, namings[at + 1]?.start ?? part.end))
    return [...unnamedWorks(text, before), ...named]
  })
}

function partsBetweenLabels(text: string, body: Span): Span[] {
  const labels = matchesOf(text.slice(body.start, body.end), LABEL).map(match => ({
    start: body.start + match.index,
    end: body.start + match.index + match[0].length,
  }))
  const starts = [body.start, ...labels.map(label => label.end)]
  return starts.map((start, at) => span(start, labels[at]?.start ?? body.end)).filter(part => part.end > part.start)
}

function namedWork(text: string, naming: SourceNaming, end: number): Draft<Citation> {
  const title = titleOf(text, span(naming.end, end))
  return {
    source: found<Source>(naming.source, naming, 'guideline/source'),
    title: title.end > title.start ? verbatim(text, title, 'guideline/title') : null,
    year: editionOf(text, title),
    sections: [],
    pages: null,
  }
}

/** Drops the "and" that joins it to the next work, and the rest of the source's name: "ODG guidelines, Pain". */
function titleOf(text: string, range: Span): Span {
  const rest = /^,? guidelines?[,:;] /.exec(text.slice(range.start, range.end))
  const title = unpunctuated(text, span(range.start + (rest?.[0].length ?? 0), range.end))
  const joined = /,? and$/.exec(text.slice(title.start, title.end))
  return span(title.start, title.end - (joined?.[0].length ?? 0))
}

function editionOf(text: string, title: Span) {
  const match = EDITION.exec(text.slice(title.start, title.end))
  if (!match) return null
  const start = title.start + match.index
  return found(Number(match[1]), span(start, start + 4), 'guideline/edition')
}

/** Works of unknown source, one or a list. */
function unnamedWorks(text: string, range: Span): Draft<Citation>[] {
  const body = unpunctuated(text, range)
  if (body.end === body.start) return []
  return splitWorks(text, body).map(title => ({
    source: found<Source>('other', title, 'guideline/other'),
    title: verbatim(text, title, 'guideline/other'),
    year: null,
    sections: [],
    pages: null,
  }))
}

// "… accessed 02/18/2017, Smith J, …"
const ACCESSED = /(?<=accessed (?:on )?[\d/]{8,10}\)?)[,;.] (?=[A-Z])/
// "http://one.example/a, https://two.example/b", "http://one.example/a https://two.example/b"
const ADDRESSED = /(?<=https?:\S{1,300})(?:[,;.]? |,? and )(?=https?:\/\/)/
// "… J Bone Surg. 2014;96(2):120-8. Smith J, Jones P. …": volume and pages end an article, an author begins the next.
const ARTICLE =
  /(?<=\b(?:19|20)\d\d;\s?\d{1,4}(?:\(\d{1,3}\))?:\s?\d{1,5}[-–]\d{1,5})[.,;]{1,2} (?:and )?(?=[A-Z][a-z'-]+,? [A-Z]{1,3}\b)/
const NEXT_WORK = new RegExp([ACCESSED, ADDRESSED, ARTICLE].map(({ source }) => source).join('|'), 'g')

/** In free text only the typical endings and beginnings of works show where one ends. */
function splitWorks(text: string, body: Span): Span[] {
  const words = text.slice(body.start, body.end)
  const starts = matchesOf(words, NEXT_WORK).map(match => body.start + match.index + match[0].length)
  return [body.start, ...starts].map((start, at) => unpunctuated(text, span(start, starts[at] ?? body.end)))
}
