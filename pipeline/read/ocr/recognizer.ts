/** An engine that reads pictures of pages. It keeps what it needs from page to page, until it is closed. */
export interface Recognizer {
  /** Name and version: another engine reads another text. */
  readonly engine: string
  /** The words of a picture (the bytes of a PGM file), as tesseract's table of tab-separated values. */
  recognize(picture: Uint8Array): Promise<string>
  /** Starts what it needs now and not at the first picture, which else does it. */
  open(): Promise<void>
  close(): Promise<void>
}
