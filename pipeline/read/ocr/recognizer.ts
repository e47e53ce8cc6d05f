/** An OCR engine. It keeps its resources from page to page until it is closed. */
export interface Recognizer {
  /** Name and version, since engines read different text. */
  readonly engine: string
  /** Recognizes the words of a picture (the bytes of a PGM file); returns tesseract's table of tab-separated values. */
  recognize(picture: Uint8Array): Promise<string>
  /** Starts the engine now instead of at the first picture. */
  open(): Promise<void>
  close(): Promise<void>
}
