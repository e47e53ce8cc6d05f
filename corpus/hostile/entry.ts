/** The required result for an entry of the hostile corpus. The codes are those of `document/rejection.ts`. */
export type Expected =
  | { readonly code: string }
  /** This many records, one per letter: complete, but for as many as are partial. */
  | { readonly records: number; readonly partial?: number }
  /** A record with the facts, messages and status of the clean letter that it disguises. */
  | { readonly sameAs: 'text' | 'pdf' }
  /** A record: one of its messages has this code, its facts are as claimed, its first item has this heading. */
  | { readonly flagged: string | null; readonly claims?: Readonly<Record<string, unknown>>; readonly item?: string }

/** A file of the hostile corpus with its required result. */
export interface HostileEntry {
  /** Names the entry in tables; unlike the file name it is safe to print. */
  readonly name: string
  /** Name of the file in the folder, `letter.txt` or `letter.pdf` by default. */
  readonly file: string
  readonly expected: Expected
  /** The bytes of the file, made on demand, since some are large. */
  readonly bytes?: () => Uint8Array | Promise<Uint8Array>
  /** Puts something other than a plain file in its place. */
  readonly place?: (path: string) => void | Promise<void>
  /** Takes many seconds or much memory: left out of the short form of the test. */
  readonly heavy?: true
}

type Bytes = string | Uint8Array

const bytesOf = (content: Bytes): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content)

/** An entry whose file is text. */
export const text = (name: string, expected: Expected, make: () => Bytes): HostileEntry => ({
  name,
  file: 'letter.txt',
  expected,
  bytes: () => bytesOf(make()),
})

/** An entry whose file is a PDF, or claims to be. */
export const pdf = (name: string, expected: Expected, make: () => Bytes | Promise<Bytes>): HostileEntry => ({
  name,
  file: 'letter.pdf',
  expected,
  bytes: async () => bytesOf(await make()),
})

/** Marks an entry as heavy. */
export const heavy = (entry: HostileEntry): HostileEntry => ({ ...entry, heavy: true })

/** A rejection with this code. */
export const code = (value: string): Expected => ({ code: value })
