import type { Citation } from '../../document/index.ts'
import { chapterOf } from '../../workers/index.ts'

/** The name under which the report counts a citation: its chapter, without what is cited inside it. */
export function guidelineOf(citation: Citation): string {
  switch (citation.source) {
    case 'MTUS':
    case 'ODG':
      return `${citation.source}: ${chapterOf(citation) ?? 'no chapter named'}`
    case 'ACOEM':
      return 'ACOEM, outside the MTUS'
    default:
      return 'other sources'
  }
}
