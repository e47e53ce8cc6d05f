/** The half of pdf.js that parses files, for which its package has no types. `load.ts` adds what is not exported. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: unknown): void }

  /** A stream that is inflated block by block. */
  export class FlateStream {
    /** Its input, after decryption. */
    readonly stream: { pos: number; reset(): void; getBytes(): Uint8Array }
    readonly dict: { get(key: string): { readonly name?: string } | undefined } | null
    readonly buffer: Uint8Array
    readonly bufferLength: number
    readonly eof: boolean
    readBlock(): void
    asyncGetBytes(length?: number): Promise<Uint8Array | null>
  }

  /** What pdf.js takes for a stream that it cannot even begin to decode. */
  export class NullStream {}

  export class Parser {
    /** `length` in bytes, where it is known. */
    makeFilter(stream: unknown, filter: string, length: number | null, ...rest: readonly unknown[]): object
  }

  export class PartialEvaluator {
    /** The widths of a font, from its dictionary. */
    extractWidths(font: { get(key: string): unknown }, ...rest: readonly unknown[]): void
  }

  /** A picture, before it is decoded. */
  export class PDFImage {
    readonly width: number
    readonly height: number
    readonly smask: object | null
    readonly mask: object | null
    createImageData(...options: readonly unknown[]): Promise<unknown>
  }
}
