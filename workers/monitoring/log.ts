/** Ids, codes and counts: what a log may contain. Never the text of a letter. */
export type Fields = Readonly<Record<string, string | number | null>>

/** Where the program reports what happens; the command line decides what is shown. */
export interface Log {
  info(text: string, fields?: Fields): void
  /** For what an operator should see. */
  warn(text: string, fields?: Fields): void
}

/** A log that drops everything. */
export const SILENT: Log = { info: () => {}, warn: () => {} }
