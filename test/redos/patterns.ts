import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const ROOMS = ['document', 'extractors', 'pipeline', 'workers', 'dataset']

export interface Pattern {
  readonly source: string
  readonly flags: string
}

export const keyOf = ({ source, flags }: Pattern): string => `/${source}/${flags}`

/** Every regular expression of the rooms that read letters, written as a literal or composed at run time. */
export async function patterns(): Promise<readonly Pattern[]> {
  const all = [...ROOMS.flatMap(literalsOf), ...(await composed())]
  return [...new Map(all.map(pattern => [keyOf(pattern), pattern])).values()]
}

/** A slash that begins a regular expression rather than a division: after what cannot end an operand. */
const LITERAL =
  /(?<=(?:^|[=(,:[!&|?{;>]|return)\s*)\/(?![*/])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm

const COMMENT = /^\s*(?:\/\/|\/?\*).*$/gm

function literalsOf(room: string): Pattern[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => {
      const code = readFileSync(join(ROOT, room, name), 'utf8').replace(COMMENT, '')
      return Array.from(code.matchAll(LITERAL), ([, source, flags]) => ({ source: source!, flags: flags! }))
    })
}

/**
 * The arguments of `new RegExp` while the rooms are loaded and letters are read, including the cues of the vocabulary.
 */
async function composed(): Promise<Pattern[]> {
  const seen: Pattern[] = []
  const original = RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, flags]: [string | RegExp, string | undefined]) {
      const made = new target(pattern, flags)
      // The project's own code only: libraries compose patterns too.
      if (
        /\/(?:document|extractors|pipeline|workers|dataset)\/[^\n]*\.ts/.test(new Error().stack?.split('\n')[2] ?? '')
      )
        seen.push({ source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    const { extractRecord, readLetter } = await import('../../pipeline/index.ts')
    await import('../../workers/index.ts')
    await import('../../dataset/index.ts')
    for (const name of readdirSync(join(ROOT, 'corpus', 'letters')))
      extractRecord(await readLetter({ bytes: readFileSync(join(ROOT, 'corpus', 'letters', name)), name }))
    return seen
  } finally {
    globalThis.RegExp = original
  }
}
