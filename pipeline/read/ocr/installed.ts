import { spawn, spawnSync } from 'node:child_process'
import { Rejected } from '../../../document/index.ts'
import { DOTS_AN_INCH, ONE_COLUMN } from './lines.ts'
import type { Recognizer } from './recognizer.ts'

const PROGRAM = 'tesseract'
const ARGUMENTS = ['stdin', 'stdout', '-l', 'eng', '--psm', ONE_COLUMN, '--dpi', String(DOTS_AN_INCH), 'tsv']
/** A page takes two seconds; one that takes this long is hopeless. */
const MOST_MS = 60_000

/** The tesseract on the path, one process per page; null if it is missing or has no English data. */
export function installedEngine(): Recognizer | null {
  const version = /^tesseract v?(\d[\w.-]*)/m.exec(outputOf('--version'))?.[1]
  if (version === undefined || !/^eng$/m.test(outputOf('--list-langs'))) return null
  return { engine: `${PROGRAM}-${version}`, recognize, open: async () => {}, close: async () => {} }
}

const outputOf = (argument: string): string => {
  const { stdout, stderr } = spawnSync(PROGRAM, [argument], { encoding: 'utf8' })
  return `${stdout ?? ''}${stderr ?? ''}`
}

function recognize(picture: Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // More than one thread slows a page down, and letters are read in parallel anyway.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const child = spawn(PROGRAM, ARGUMENTS, { env, timeout: MOST_MS, stdio: ['pipe', 'pipe', 'ignore'] })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.on('error', () => reject(new Rejected('E_OCR', 'read')))
  child.on('close', code =>
    code === 0 ? resolve(Buffer.concat(parts).toString()) : reject(new Rejected('E_OCR', 'read')),
  )
  // A program that exits before it has read all its input reports that by its exit code.
  child.stdin.on('error', () => {}).end(picture)
  return promise
}
