import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { formatVocabulary } from './format.ts'

/**
 * Writes `terms/icd10.json` from the official list of ICD-10-CM:
 *
 *     node vocabulary/icd10.ts LIST.tsv.gz 2022
 *
 * A line of the list is a code, whether it is billable, and its title, separated by tabs. The output has every category
 * and sub-category ("M25.5"), injuries and burns completely, and elsewhere the descendants of the codes that
 * `terms/conditions.json` names and siblings that a more specific wording may reach. A row is a
 * code, its title, the last characters for the right and the left side if one row stands for both ("M25.51?", "Pain in
 * ? shoulder", "12"), and the set of its seventh characters. Codes that only add "unspecified" to the one above are
 * left out: a letter that does not state the side keeps the code above.
 */
type Row = readonly [code: string, title: string, sides?: string, encounters?: string]

interface ListedCode {
  readonly code: string
  readonly title: string
}

/** The form of a sub-category. */
const SUBCATEGORY = 'A00.0'
/** Injuries, burns and frostbite. */
const INJURY = /^(?:S|T[0-3])/
/** Pregnancy, newborns, malformations, external causes and contacts with health care. */
const ELSEWHERE = /^[OPQU-Z]/
/** Families of other chapters that are included completely, since letters often say more than the name of the condition. */
const DEEP = ['F32', 'F33', 'F43', 'G43', 'G44', 'G56', 'G57', 'H10', 'H11', 'H15', 'H16', 'H18', 'H20', 'H21', 'H26', 'H27', 'H33', 'H35',
  'H40', 'H43', 'H44', 'H46', 'H47', 'H49', 'H53', 'H54', 'H57', 'H60', 'H61', 'H65', 'H66', 'H72', 'H81', 'H83', 'H90', 'H91', 'H92',
  'H93', 'I80', 'I82', 'I83', 'I87', 'L02', 'L03', 'L89', 'L97', 'M17', 'M19', 'M23', 'M24', 'M25', 'M47', 'M48', 'M50', 'M51', 'M54',
  'M65', 'M70', 'M75', 'M80', 'Z85'] // biome-ignore format: a list of codes

/** External causes of injuries, which the list omits. */
const BEYOND = [
  { code: 'W57', title: 'Bitten or stung by nonvenomous insect and other nonvenomous arthropods' },
  { code: 'Y30', title: 'Falling, jumping or pushed from a high place, undetermined intent' },
]

const SEVENTH = /^\w{3}\.\w{3}[A-Z]$/
const SIDE = /\b(?:right|left)\b/
const familyOf = (code: string): string => code.slice(0, 3)
const parentOf = (code: string): string => code.slice(0, -1).replace(/\.$/, '')
const stemOf = (code: string): string => code.slice(0, -1).replace(/X+$/, '').replace(/\.$/, '')

function listIn(path: string): ListedCode[] {
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n').slice(1)
  return lines.map(line => {
    const [code = '', , title = ''] = line.split('\t')
    return { code, title }
  })
}

function taken(list: readonly ListedCode[], named: ReadonlySet<string>): ListedCode[] {
  const titles = new Map(list.map(({ code, title }) => [code, title]))
  const saysMore = ({ code, title }: ListedCode): boolean =>
    named.has(code) || title.replace(/(?:, |\b)unspecified\b ?/, '') !== titles.get(parentOf(code))
  // "Hearing loss, unspecified ear" is named; the left ear is its sibling.
  const vague = list
    .filter(({ code, title }) => /^[FGHMST]/.test(code) && named.has(code) && /unspecified/i.test(title))
    .map(({ code }) => parentOf(code))
  const above = [...named, ...vague.filter(code => code.length > 3)]
  const isWhole = (code: string): boolean => INJURY.test(code) || DEEP.includes(familyOf(code))
  const isTop = (code: string): boolean => code.length <= SUBCATEGORY.length && !ELSEWHERE.test(code)
  const codes = list.filter(({ code }) => !SEVENTH.test(code))
  const reached = codes.filter(({ code }) => isWhole(code) || isTop(code) || above.some(head => code.startsWith(head)))
  return [...reached.filter(saysMore), ...BEYOND]
}

/** One row for each code, and one for the two sides of a condition. */
function rowsOf(codes: readonly ListedCode[], named: ReadonlySet<string>): Row[] {
  const alike = Map.groupBy(
    codes,
    ({ code, title }) => `${parentOf(code)} ${title.replace(SIDE, '?').replace('unspecified', '?')}`,
  )
  return Array.from(alike.values()).flatMap(group => {
    const [right, left] = ['right', 'left'].map(side => group.find(({ title }) => SIDE.exec(title)?.[0] === side))
    if (!right || !left) return group.map(({ code, title }): Row => [code, title])
    const both: Row = [
      `${right.code.slice(0, -1)}?`,
      right.title.replace(SIDE, '?'),
      right.code.at(-1)! + left.code.at(-1)!,
    ]
    const others = group.filter(({ code, title }) => !SIDE.test(title) && named.has(code))
    return [both, ...others.map(({ code, title }): Row => [code, title])]
  })
}

type Characters = Readonly<Record<string, string>>

/** The seventh characters of each code that has them, with the words that each adds to its title. */
function charactersOf(list: readonly ListedCode[]): ReadonlyMap<string, Characters> {
  const titles = new Map(list.map(({ code, title }) => [code, title]))
  const extended = list.filter(
    ({ code, title }) => SEVENTH.test(code) && title.startsWith(`${titles.get(stemOf(code))}, `),
  )
  const byStem = Map.groupBy(extended, ({ code }) => stemOf(code))
  const meaning = ({ code, title }: ListedCode) => title.slice(titles.get(stemOf(code))!.length + 2)
  return new Map(
    Array.from(byStem, ([stem, codes]) => [
      stem,
      Object.fromEntries(codes.map(each => [each.code.at(-1)!, meaning(each)])),
    ]),
  )
}

/** "ADS" for a sprain, "closed ABDGKPS" for a fracture. */
function nameOf(characters: Characters): string {
  const [, kind = ''] = / for (closed )?fracture/.exec(characters.A ?? '') ?? []
  return `${kind}${Object.keys(characters).join('')}`
}

function generate(path: string, edition: string): object {
  const list = listIn(path)
  const conditions: { readonly code: string | null }[] = JSON.parse(readFileSync(here('conditions.json'), 'utf8'))
  const named = new Set(conditions.flatMap(({ code }) => code ?? []))
  const characters = charactersOf(list)
  const sets: Record<string, Characters> = {}
  const rows = rowsOf(taken(list, named), named).map(([code, title, sides]): Row => {
    const own = characters.get(code.replace('?', sides?.[0] ?? ''))
    if (!own) return sides ? [code, title, sides] : [code, title]
    sets[nameOf(own)] = own
    return [code, title, sides ?? '', nameOf(own)]
  })
  return {
    source: 'ICD-10-CM, National Center for Health Statistics: generated from the official list by vocabulary/icd10.ts',
    licence: 'public domain (US government)',
    edition,
    encounters: Object.entries(sets).map(([name, characters]) => ({ name, characters })),
    codes: rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  }
}

const here = (name: string): string => join(import.meta.dirname, 'terms', name)

if (import.meta.main) {
  const [path = '', edition = ''] = process.argv.slice(2)
  writeFileSync(here('icd10.json'), formatVocabulary(generate(path, edition)))
}
