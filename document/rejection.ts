import { z } from 'zod'

/** Size limit for an input file, in bytes. */
export const MAX_BYTES = 25 * 1024 * 1024

/** Why an input became no record, in the order of the checks. */
export const REJECTION_CODES = {
  E_SYMLINK: 'a symbolic link; links are not followed',
  E_NOT_REGULAR: 'not a regular file',
  E_UNREADABLE: 'the file could not be opened or read',
  E_CHANGED: 'the file changed between listing and reading',
  E_ARCHIVE: 'an archive that is damaged, or unpacks to far more than its size',
  E_TOO_LARGE: 'larger than 25 MB',
  E_EMPTY: 'nothing but white space',
  E_TYPE: 'the content does not match the type in the file name',
  E_ENCODING: 'a text file that is neither UTF-8, UTF-16 nor Windows-1252',
  E_BINARY: 'a text file with NUL or other control bytes',
  E_PDF_CORRUPT: 'a PDF that cannot be parsed',
  E_ENCRYPTED: 'a PDF that needs a password, or whose key is damaged',
  E_PAGES: 'more than 200 pages',
  E_OCR: 'OCR could not read the pictures of its pages',
  E_NO_TEXT: 'a PDF without a text layer',
  E_GARBLED: 'a PDF whose text layer is garbage; --ocr reads the pages as pictures',
  E_TEXT_TOO_LARGE: 'more than 512 KB of text',
  E_OTHER_AGENCY: 'a determination of another independent review program',
  E_UR_DECISION: 'a utilization review decision',
  E_UR_APPEAL: 'a decision on a utilization review appeal',
  E_APPLICATION: 'an application for independent medical review, or a notice about one',
  E_FRAGMENT: 'part of a letter, without its beginning or end',
  E_NOT_A_LETTER: 'not a final determination letter',
  E_AMBIGUOUS: 'several letters in one file that cannot be separated',
  E_TIMEOUT: 'reading took longer than allowed',
  E_MEMORY: 'reading took more memory than allowed',
  E_INTERNAL: 'an error of this program',
} as const

/** Why an input became no record. */
export type RejectionCode = keyof typeof REJECTION_CODES
/** The stage at which an input was rejected. */
export type Stage = 'list' | 'read' | 'recognize' | 'extract'

/** One line of `rejections.ndjson`. `id` is the hash of the bytes, or `path:` and the hash of the relative path. */
export const rejection = z.object({
  id: z
    .string()
    .regex(/^(sha256|path):[0-9a-f]{64}$/)
    .describe('Hash of the bytes of the input, or of its path if it could not be read'),
  source: z.object({
    name: z.string().describe('Base name of the file'),
    bytes: z.int().nonnegative().nullable().describe('Size of the file, if there is one'),
  }),
  code: z
    .enum(Object.keys(REJECTION_CODES) as [RejectionCode, ...RejectionCode[]])
    .describe('Why it did not become a record'),
  stage: z.enum(['list', 'read', 'recognize', 'extract']).describe('Where it failed'),
  reason: z.string().min(1).describe('The code in words; never quotes the input'),
})

/** One line of `rejections.ndjson`. */
export type Rejection = z.infer<typeof rejection>

/** Thrown when an input cannot become a record. Its message explains the code and never quotes the letter. */
export class Rejected extends Error {
  readonly code: RejectionCode
  /** Where it failed: the functions of the library reject at `read` and `recognize`. */
  readonly stage: Stage

  constructor(code: RejectionCode, stage: Stage, reason: string = REJECTION_CODES[code]) {
    super(reason)
    this.name = 'Rejected'
    this.code = code
    this.stage = stage
  }
}
