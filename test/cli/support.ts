import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

/** Runs the command line as a user would. */
export function imr(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { REDIS_URL: _, ...env } = process.env
  return spawnSync(join(ROOT, 'imr'), args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 })
}

export const ndjson = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
