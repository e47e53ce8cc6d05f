import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A vocabulary as people review it: one entry a line. Top-level lists are spread over lines, each of their entries is
 * not; everything else stays in one line.
 */
export function formatVocabulary(vocabulary: object): string {
  if (Array.isArray(vocabulary)) return `[\n${vocabulary.map(entry => `  ${oneLine(entry)}`).join(',\n')}\n]\n`
  const entries = Object.entries(vocabulary).map(([key, value]) => `  ${JSON.stringify(key)}: ${spread(value)}`)
  return `{\n${entries.join(',\n')}\n}\n`
}

function spread(value: unknown): string {
  if (!Array.isArray(value)) return oneLine(value)
  return `[\n${value.map(entry => `    ${oneLine(entry)}`).join(',\n')}\n  ]`
}

/** JSON with a blank after commas and colons, which wide lines need. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}: ${oneLine(child)}`)
    .join(', ')}}`
}

if (import.meta.main)
  for (const name of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.json'),
  )) {
    const path = join(import.meta.dirname, name)
    writeFileSync(path, formatVocabulary(JSON.parse(readFileSync(path, 'utf8'))))
  }
