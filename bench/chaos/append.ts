import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { extractRecord, readLetter } from '../../pipeline/index.ts'

/**
 * A deliberately faulty program that the chaos script must catch: it appends each record to its results in two pieces,
 * as a full buffer would, and resumes from the number of lines. FOLDER and FILE are its arguments.
 */
const [folder = '', target = ''] = process.argv.slice(2)
const lines = existsSync(target) ? readFileSync(target, 'utf8').split('\n').length - 1 : 0
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name))
let written = 0

for (const name of names.sort()) {
  const record = await recordOf(name)
  if (record === undefined || written++ < lines) continue
  const half = record.length >> 1
  appendFileSync(target, record.slice(0, half))
  await sleep(1)
  appendFileSync(target, `${record.slice(half)}\n`)
}

async function recordOf(name: string): Promise<string | undefined> {
  try {
    return JSON.stringify(extractRecord(await readLetter({ bytes: readFileSync(join(folder, name)), name })))
  } catch {
    return undefined
  }
}
