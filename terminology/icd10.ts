import { lazy, spacesFor } from '../document/index.ts'
import icd10 from '../vocabulary/terms/icd10.json' with { type: 'json' }
import { type Phrase, phraseFinder } from './phrases.ts'

/** The edition of ICD-10-CM from which all codes and titles are taken. */
export const ICD10_EDITION = icd10.edition

/** A code of ICD-10-CM. */
export interface Icd10Code {
  readonly code: string
  /** The official title. */
  readonly title: string
  /** The name of its set of seventh characters, or ''. */
  readonly encounters: string
}

const codes = lazy((): readonly Icd10Code[] =>
  icd10.codes.flatMap(([code = '', title = '', sides = '', encounters = '']) =>
    sides === ''
      ? [{ code, title, encounters }]
      : ['right', 'left'].map((side, at) => ({
          code: code.replace('?', sides[at]!),
          title: title.replace('?', side),
          encounters,
        })),
  ),
)
const byCode = lazy((): ReadonlyMap<string, Icd10Code> => new Map(codes().map(code => [code.code, code])))
const byFamily = lazy(() => Map.groupBy(codes(), ({ code }) => code.slice(0, 3)))

/** The entry of a code such as "S13.4"; undefined if the vocabulary has none. */
export const icd10Code = (code: string): Icd10Code | undefined => byCode().get(code)

/** All codes that share the first three characters. */
export const icd10Family = (code: string): readonly Icd10Code[] => byFamily().get(code.slice(0, 3)) ?? []

type Characters = Readonly<Record<string, string>>

const ENCOUNTERS: ReadonlyMap<string, Characters> = new Map(
  icd10.encounters.map(({ name, characters }) => [name, characters as Characters]),
)

/** The seventh characters that a code may have, with the words that each adds to its title. */
export const encountersOf = ({ encounters }: Icd10Code): Characters => ENCOUNTERS.get(encounters) ?? {}

/** The titles of the vocabulary as a letter may write them, and of a row for two sides each one. */
const titles = lazy(() => phraseFinder(codes().map(({ code, title }) => [asWritten(title), code] as const)))

// "Neuromyelitis optica [Devic]", "Laceration of extensor muscle(s)", "Bursitis, unspecified hand": most titles have
// nothing of the kind.
const asWritten = (title: string): string =>
  /[[(U]|unsp/.test(title) ? title.replace(/ ?\[[^\]]*\]|\(s\)|\bunspecified (?=\w)/gi, '') : title

/**
 * Where a text has the official title of a code, perhaps with articles ("sprain of the ligaments of the lumbar spine")
 * and with or without "unspecified". A title may contain commas and "or", which do not separate conditions there.
 */
export const findTitles = (text: string): Phrase<string>[] => titles()(text.replace(UNSAID, spacesFor))

const UNSAID = /\b(?:the|an?) |\bunspecified (?=\w)| ?\[[^\]]{1,40}\]|\(s\)|,(?= (?:and|or)\b)/gi
