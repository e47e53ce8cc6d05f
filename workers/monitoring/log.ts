/** Ids, codes, counts: what may stand in a log. Never the text of a letter. */
export type Fields = Readonly<Record<string, string | number | null>>

/** Where the program says what happens; the command line decides who sees it. */
export interface Log {
  info(text: string, fields?: Fields): void
  /** For what an operator should see. */
  warn(text: string, fields?: Fields): void
}

export const SILENT: Log = { info: () => {}, warn: () => {} }
