/**
 * Writes PDF files byte by byte, so that they can be wrong in one chosen place. Object 1 is the catalogue; an object is
 * the text between `obj` and `endobj`, or a stream.
 */
export interface Stream {
  /** Entries of the dictionary, without its brackets and without /Length. */
  readonly dictionary?: string
  readonly data: Uint8Array
  /** Written instead of the true length. */
  readonly length?: string
}

/** The text of an object, or a stream. */
export type PdfObject = string | Stream

/** Deliberate faults in the structure of a file. */
export interface PdfOptions {
  readonly version?: string
  /** Additional entries of the trailer. */
  readonly trailer?: string
  /** Number of the entry that the trailer calls the root. */
  readonly root?: string
  readonly startxref?: (offset: number) => number | string
  /** Changes the lines of the cross-reference table. */
  readonly xref?: (lines: string[]) => string[]
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Writes a file with these objects, numbered from 1, and a cross-reference table. */
export function writePdf(objects: readonly PdfObject[], options: PdfOptions = {}): Buffer {
  const { version = '1.6', trailer = '', root = '1 0 R', startxref = at => at, xref = lines => lines } = options
  const parts: Buffer[] = [latin1(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`)]
  const offsets: number[] = []
  let at = parts[0]!.length
  for (const [index, object] of objects.entries()) {
    const part = printed(index + 1, object)
    offsets.push(at)
    parts.push(part)
    at += part.length
  }
  const lines = xref(['0000000000 65535 f ', ...offsets.map(entryOf)])
  parts.push(latin1(`xref\n0 ${lines.length}\n${lines.join('\n')}\n`))
  parts.push(
    latin1(`trailer\n<< /Size ${lines.length} /Root ${root} ${trailer} >>\nstartxref\n${startxref(at)}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

const entryOf = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n `

/** An object with its number, as it is in a file. */
export function printed(number: number, object: PdfObject): Buffer {
  if (typeof object === 'string') return latin1(`${number} 0 obj\n${object}\nendobj\n`)
  const { dictionary = '', data, length = String(data.length) } = object
  const head = latin1(`${number} 0 obj\n<< ${dictionary} /Length ${length} >>\nstream\n`)
  return Buffer.concat([head, data, latin1('\nendstream\nendobj\n')])
}

export const stream = (content: string | Uint8Array, dictionary = '', length?: string): Stream => ({
  dictionary,
  data: typeof content === 'string' ? latin1(content) : content,
  ...(length !== undefined && { length }),
})

/** The same objects, with those that are not streams in an object stream, and a cross-reference stream. */
export function writePacked(objects: readonly PdfObject[]): Buffer {
  const head = latin1('%PDF-1.6\n%\xe2\xe3\xcf\xd3\n')
  const packed = objects.map((object, index) => ({ object, number: index + 1 })).filter(one => isPlain(one.object))
  const container = objects.length + 1
  const parts: Buffer[] = [head]
  const rows: number[][] = [[0, 0, 65535]]
  let at = head.length
  const put = (number: number, object: PdfObject) => {
    rows[number] = [1, at, 0]
    parts.push(printed(number, object))
    at += parts.at(-1)!.length
  }
  for (const [index, object] of objects.entries()) if (!isPlain(object)) put(index + 1, object)
  for (const [index, { number }] of packed.entries()) rows[number] = [2, container, index]
  put(container, objectStream(packed.map(({ object, number }) => [number, object as string])))
  rows[container + 1] = [1, at, 0]
  const table = Buffer.concat(rows.map(([kind, offset, last]) => row(kind!, offset!, last!)))
  parts.push(printed(container + 1, stream(table, `/Type /XRef /W [1 4 2] /Size ${rows.length} /Root 1 0 R`)))
  parts.push(latin1(`startxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const isPlain = (object: PdfObject): boolean => typeof object === 'string'

/** Packs objects into an object stream. */
export function objectStream(objects: readonly (readonly [number: number, text: string])[]): Stream {
  let offset = 0
  const index = objects.map(([number, text]) => {
    const entry = `${number} ${offset}`
    offset += text.length + 1
    return entry
  })
  const first = `${index.join(' ')}\n`
  const body = objects.map(([, text]) => `${text}\n`).join('')
  return stream(first + body, `/Type /ObjStm /N ${objects.length} /First ${first.length}`)
}

function row(kind: number, offset: number, last: number): Buffer {
  const bytes = Buffer.alloc(7)
  bytes.writeUInt8(kind, 0)
  bytes.writeUInt32BE(offset, 1)
  bytes.writeUInt16BE(last, 5)
  return bytes
}

/** With the dictionary and the two tables of a linearized file. */
export function linearized(objects: readonly PdfObject[]): Buffer {
  const number = objects.length + 1
  const width = 10
  const pad = (value: number) => String(value).padStart(width, '0')
  const dictionary = (length: number, end: number, main: number) =>
    `<< /Linearized 1 /L ${pad(length)} /H [${pad(0)} ${pad(0)}] /O 4 /E ${pad(end)} /N 2 /T ${pad(main)} >>`
  const head = (length: number, end: number, main: number) =>
    Buffer.concat([latin1('%PDF-1.6\n%\xe2\xe3\xcf\xd3\n'), printed(number, dictionary(length, end, main))])
  const first = (at: number, main: number) =>
    latin1(
      `xref\n${number} 1\n${entryOf(at)}\ntrailer\n<< /Size ${number + 1} /Root 1 0 R /Prev ${pad(main)} >>\nstartxref\n0\n%%EOF\n`,
    )
  const before = head(0, 0, 0).length + first(0, 0).length
  const parts = objects.map((object, index) => printed(index + 1, object))
  const offsets = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.length, before))
  const main = before + parts.reduce((sum, part) => sum + part.length, 0)
  const tail = latin1(
    `xref\n0 ${number}\n0000000000 65535 f \n${offsets.map(entryOf).join('\n')}\n` +
      `trailer\n<< /Size ${number} >>\nstartxref\n${head(0, 0, 0).length}\n%%EOF\n`,
  )
  const length = main + tail.length
  return Buffer.concat([head(length, main, main), first(15, main), ...parts, tail])
}
