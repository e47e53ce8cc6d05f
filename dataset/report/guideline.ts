import type { Citation } from '../../document/index.ts'
import odg from '../../vocabulary/terms/odg-chapters.json' with { type: 'json' }

/**
 * The name under which a citation is counted: the chapter, without what is cited inside it. What letters write after
 * "ODG" and after the names of other sources is free text, so that only chapters known by name are told apart.
 */
export function guidelineOf({ source, title }: Citation): string {
  switch (source) {
    case 'MTUS':
      return `MTUS: ${title ?? 'no chapter named'}`
    case 'ODG':
      return `ODG: ${odgChapter(title ?? '') ?? 'no chapter named'}`
    case 'ACOEM':
      return 'ACOEM, outside the MTUS'
    default:
      return 'other sources'
  }
}

/** "Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs" is of "Low Back": of several chapters named the first. */
function odgChapter(title: string): string | undefined {
  const term = CHAPTER.exec(title.toLowerCase().replaceAll('&', 'and'))?.[0]
  return term === undefined ? undefined : CHAPTERS.get(term)
}

const CHAPTERS = new Map(odg.chapters.flatMap(({ name, terms }) => terms.map(term => [term, name])))
/** The longer of two terms that begin at one place comes first. */
const CHAPTER = new RegExp(`\\b(?:${[...CHAPTERS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`)
