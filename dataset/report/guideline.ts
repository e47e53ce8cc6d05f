import type { Citation } from '../../document/index.ts'
import odg from '../../vocabulary/terms/odg-chapters.json' with { type: 'json' }

/**
 * The name under which a citation is counted: the chapter, without what is cited inside it. The text after "ODG" and
 * after the names of other sources is free, so only known chapters are distinguished.
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

/** "Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs" is "Low Back": the first of several chapters named. */
function odgChapter(title: string): string | undefined {
  const term = CHAPTER.exec(title.toLowerCase().replaceAll('&', 'and'))?.[0]
  return term === undefined ? undefined : CHAPTERS.get(term)
}

const CHAPTERS = new Map(odg.chapters.flatMap(({ name, terms }) => terms.map(term => [term, name])))
/** If two terms begin at one place, the longer one comes first. */
const CHAPTER = new RegExp(`\\b(?:${[...CHAPTERS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`)
