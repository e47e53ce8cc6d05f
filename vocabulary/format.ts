import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sortVocabulary } from './order.ts'

/**
 * A vocabulary in a form that people can review: one entry per line. Top-level lists are spread over lines, but their
 * entries are not; everything else is on one line.
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

/** JSON with a space after commas and colons, for readability. */
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
    const vocabulary = sortVocabulary(name, JSON.parse(readFileSync(path, 'utf8')))
    writeFileSync(path, formatVocabulary(vocabulary))
  }
