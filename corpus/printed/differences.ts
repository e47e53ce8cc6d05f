import type { CaseRecord } from '../../document/index.ts'

/** What depends on the file and not on the case. */
const OF_THE_FILE = new Set(['id', 'source', 'evidence'])

/** The fields in which two records differ, without the numbers of their entries; for messages, their codes. */
export function differences(one: CaseRecord, other: CaseRecord): string[] {
  const own = Object.keys(one).filter(key => !OF_THE_FILE.has(key) && key !== 'messages')
  const fields = own.flatMap(key => unlike(one[key as keyof CaseRecord], other[key as keyof CaseRecord], key))
  return [...new Set([...fields, ...codesOfOne(one, other), ...formOf(one, other)])]
}

function unlike(one: unknown, other: unknown, name: string): string[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return one.flatMap((entry, at) => unlike(entry, other[at], name))
  if (isObject(one) && isObject(other))
    return Object.keys(one).flatMap(key => unlike(one[key], other[key], `${name}/${key}`))
  return normalized(one) === normalized(other) ? [] : [name]
}

/**
 * A space after a hyphen, as in "left shoulder- abduction", is lost if a line breaks there, and then looks like a
 * hyphen inside a word.
 */
const normalized = (value: unknown): string => JSON.stringify(value).replace(/- (?=\w)/g, '-')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A message that a page was recognized is no difference, since there is no other way to read a picture. */
function codesOfOne(one: CaseRecord, other: CaseRecord): string[] {
  const [own, others] = [one, other].map(
    ({ messages }) => new Set(messages.map(({ code }) => code).filter(code => code !== 'page/recognized')),
  ) as [Set<string>, Set<string>]
  return [...own.symmetricDifference(others)].map(code => `message ${code}`)
}

const formOf = (one: CaseRecord, other: CaseRecord): string[] => (one.source.form === other.source.form ? [] : ['form'])
