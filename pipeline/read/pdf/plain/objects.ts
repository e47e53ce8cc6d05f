import { type Oddity, refuse } from './not-plain.ts'

/** A name, with its slash: `/Font`. A JavaScript string is always a name; strings of the file are `PdfString`. */
export type PdfName = `/${string}`

/** A string of the file, one character a byte, still encrypted if the file is. */
export class PdfString {
  readonly bytes: string

  constructor(bytes: string) {
    this.bytes = bytes
  }
}

/** A reference to an indirect object (ISO 32000-1, 7.3.10). */
export class Reference {
  readonly number: number
  readonly generation: number

  constructor(number: number, generation: number) {
    this.number = number
    this.generation = generation
  }
}

/** A dictionary by its keys. */
export type Dictionary = ReadonlyMap<PdfName, PdfValue>
/** An object of a PDF that is no stream. */
export type PdfValue = null | boolean | number | PdfName | PdfString | Reference | Dictionary | readonly PdfValue[]

/** Whether it is a name. */
export const isName = (object: PdfValue | undefined): object is PdfName => typeof object === 'string'

/** Whether it is a dictionary. */
export const isDictionary = (object: PdfValue | undefined): object is Dictionary => object instanceof Map

/** Whether it is an array. */
export const isList = (object: PdfValue | undefined): object is readonly PdfValue[] => Array.isArray(object)

/** Whether it is a number. */
export const isNumber = (object: PdfValue | undefined): object is number => typeof object === 'number'

/** A whole number that is not negative. */
export const isCount = (object: PdfValue | undefined): object is number =>
  typeof object === 'number' && Number.isSafeInteger(object) && object >= 0

/** Gives up if a dictionary has an entry that is not among the `known` ones. */
export function checkKeys(dictionary: Dictionary, known: ReadonlySet<string>, oddity: Oddity): void {
  for (const key of dictionary.keys()) if (!known.has(key)) refuse(oddity)
}
