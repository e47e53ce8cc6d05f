/** A handwritten letter of this corpus: what it says, and what a careful reader takes from it. */
export interface LetterSource {
  /** Base name of the letter and of its gold file; the case number if the form has one. */
  readonly name: string
  readonly medium: 'pdf' | 'text'
  readonly form: 'A' | 'B' | 'C' | 'D1' | 'D2' | 'D3' | 'E'
  /** PDF version of an encrypted letter; absent if the PDF is plain. */
  readonly encrypted?: '1.6' | '1.7'
  /** Corpus letters of D1 and D2 have none, like the samples they follow. */
  readonly header?: Header
  /** D1 and older: sentences. D2 and later: the two lists as printed. */
  readonly credentials: string | { readonly licensure: string; readonly specialty: string }
  /** May contain the marks described at `unmarked`. */
  readonly summary: string
  /** The documents that A, B and C list as reviewed. */
  readonly documents?: { readonly mark: 'bullets' | 'numbers'; readonly entries: readonly string[] }
  readonly items: readonly ItemSource[]
  readonly gold: {
    readonly reviewer: { readonly statesOfLicensure: readonly string[]; readonly specialties: readonly string[] }
    /** Dates stated in the prose of a letter without a header. */
    readonly dates?: Partial<Dates>
    readonly worker: {
      readonly age: number | null
      readonly sex: 'female' | 'male' | null
      /** The occupation, if the summary names it. */
      readonly occupation?: string
    }
    readonly diagnoses: readonly DiagnosisSource[]
    readonly treatments: readonly TreatmentSource[]
  }
}

/** ISO dates of the record. */
export interface Dates {
  readonly injury: string | null
  readonly urDenial: string | null
  readonly applicationReceived: string | null
  readonly assigned: string | null
  readonly decision: string | null
}

/** ISO dates; the case number is the letter's name. */
export interface Header {
  readonly injury: string
  /** Form A has no such field. */
  readonly urDenial?: string
  readonly applicationReceived: string
  readonly assigned: string
  readonly decision: string
  /** Form B has no such field. */
  readonly priority?: 'Standard' | 'Expedited'
}

/** Whether the letter begins with the header table of form D; older forms have lines instead. */
export const hasTable = (letter: LetterSource): letter is LetterSource & { readonly header: Required<Header> } =>
  letter.header !== undefined && /^[DE]/.test(letter.form)

/** One disputed item: what is printed of it, and what a careful reader takes from it. */
export interface ItemSource {
  /** The bold heading without its colon; may contain the marks described at `unmarked`. */
  readonly heading: string
  /** Whether the heading ends in " is". */
  readonly is?: boolean
  /** Whether the outcome is alone on the next line. */
  readonly outcomeBelow?: boolean
  /** Whether the item follows the rationale above it without an empty line. */
  readonly close?: boolean
  /** Form B: whether "notmedically" is printed. */
  readonly glued?: boolean
  readonly decision: 'upheld' | 'overturned'
  /** Form A does not state it. */
  readonly claimsAdministrator?: Guideline
  readonly reviewer: Guideline
  readonly rationale: string
  readonly why: Why
  readonly gold: ItemGold
}

/** What a careful reader takes from the rationale. */
interface Why {
  /** One letter per sentence: R for recital, C for case, S for summing up, Z for conclusion. */
  readonly parts: string
  /** Codes, the decisive one first, each with the words that state it. */
  readonly reasons: readonly (readonly [string, string])[]
  readonly dependsOn?: number
  readonly priorSessions?: number
  readonly mtusSilent?: true
}

/** What a side says it relied on: the sentence, and the citations in it. */
export interface Guideline {
  readonly says: string
  readonly cites: readonly CitationText[]
}

/** A citation in the words of its sentence. */
export interface CitationText {
  readonly source: 'MTUS' | 'ODG' | 'ACOEM' | 'other'
  readonly title: string | null
  readonly year: number | null
  readonly sections: readonly string[]
  readonly pages: string | null
}

interface ItemGold {
  /** The three phrases of an item that utilization review modified. */
  readonly modified?: { readonly requested: string; readonly authorized: string; readonly disputed: string }
  /** "Category > Sub-category" of the DWC index. */
  readonly category: string
  readonly kind: KindText
  readonly drug?: DrugText
  readonly sessions?: number
  /** "part" or "part:side". */
  readonly sites?: readonly string[]
}

interface DrugText {
  readonly name: string
  readonly strength: string | null
  readonly quantity: number | null
  readonly refills: number | null
}

/** A condition that a careful reader finds in the summary. */
export interface DiagnosisSource {
  readonly text: string
  readonly also?: readonly string[]
  readonly assertion?: 'possible' | 'historical' | 'absent'
  readonly icd10: string | null
  readonly sites?: readonly string[]
}

/** An intervention that a careful reader finds in the summary. */
export interface TreatmentSource {
  readonly text: string
  readonly also?: readonly string[]
  readonly kind: KindText
  readonly status: 'received' | 'planned'
}

type KindText =
  | 'medication'
  | 'injection'
  | 'surgery'
  | 'therapy'
  | 'device'
  | 'diagnostic'
  | 'behavioral'
  | 'program'
  | 'consultation'
  | 'activity'
  | 'other'

/** The MTUS chapter that a guideline sentence cites. */
export function mtus(
  title: string,
  year: number | null,
  sections: readonly string[] = [],
  pages?: string,
): CitationText {
  return { source: 'MTUS', title, year, sections, pages: pages ?? null }
}

/** A work outside the MTUS, with the year of the edition if the letter states it. */
export function work(source: 'ODG' | 'ACOEM' | 'other', title: string | null, year?: number): CitationText {
  return { source, title, year: year ?? null, sections: [], pages: null }
}

/** The fixed sentence for a side that cited nothing. */
export function citesNothing(side: 'Claims Administrator' | 'Expert Reviewer'): Guideline {
  return { says: `The ${side} did not cite any medical evidence for its decision.`, cites: [] }
}

/** A citation from outside the MTUS only, with its fixed opening sentence. */
export function outside(
  side: 'Claims Administrator' | 'Expert Reviewer',
  says: string,
  ...cites: CitationText[]
): Guideline {
  const opening = `The ${side} based their decision on recommendation(s) outside of the MTUS Guidelines.`
  return { says: `${opening} ${says}`, cites }
}

/**
 * Handwritten prose marks where the printed line or page ends, so that the difficult places are where they are meant to
 * be: `\n` ends the line, `\f` the page, and a soft hyphen prints a hyphen at a line end inside a word.
 */
export function unmarked(text: string): string {
  return text.replace(/[\n\f\u00ad]/g, '')
}
