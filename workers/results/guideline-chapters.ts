import type { Citation } from '../../document/index.ts'
import mtus from '../../vocabulary/terms/guidelines.json' with { type: 'json' }
import odg from '../../vocabulary/wordings/odg-chapters.json' with { type: 'json' }

/**
 * The chapter that a citation names, under one name for all of its titles, so that it is counted once: "Chronic Pain
 * Treatment Guidelines" is "Chronic Pain Medical Treatment". A title of the MTUS that is not known stays as it is. Null
 * if no chapter is named, and for sources without known chapters.
 */
export function chapterOf({ source, title }: Pick<Citation, 'source' | 'title'>): string | null {
  if (title === null) return null
  if (source === 'MTUS') return mtusChapter(title)
  return source === 'ODG' ? odgChapter(title) : null
}

/** "Chronic Pain Medical Treatment Guidelines", "Forearm, Wrist & Hand Complaints" */
function mtusChapter(title: string): string {
  const plain = plainTitle(title)
  const readings = [plain, plain.replace(/ guidelines?$/, ''), plain.replace(/ treatment guidelines?$/, '')]
  return readings.map(reading => MTUS_CHAPTERS.get(reading)).find(name => name !== undefined) ?? title
}

const plainTitle = (title: string): string => title.toLowerCase().replaceAll('&', 'and').replaceAll(',', '')

/** `chapter` in the vocabulary: the title under which other titles of the same guideline are counted. */
const MTUS_CHAPTERS: ReadonlyMap<string, string> = new Map(
  mtus.chapters.map(({ title, chapter = title }: { title: string; chapter?: string }) => [plainTitle(title), chapter]),
)

/**
 * "Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs" is "Low Back": the first of several chapters named. The text
 * after "ODG" is free, so only known chapters are distinguished.
 */
function odgChapter(title: string): string | null {
  const term = ODG_TERM.exec(title.toLowerCase().replaceAll('&', 'and'))?.[0]
  return (term === undefined ? undefined : ODG_CHAPTERS.get(term)) ?? null
}

const ODG_CHAPTERS: ReadonlyMap<string, string> = new Map(
  odg.chapters.flatMap(({ name, terms }) => terms.map(term => [term, name] as const)),
)
/** If two terms begin at one place, the longer one comes first. */
const ODG_TERM = new RegExp(`\\b(?:${[...ODG_CHAPTERS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`)
