import { inflateSync } from 'node:zlib'
import { latin1 } from '../bytes.ts'
import { type CrossReferences, entriesIn, startOf, tableAt } from './cross-reference.ts'
import { type Decrypt, decryptionOf } from './encryption.ts'
import { Lexer } from './lexer.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isCount, isDictionary, isList, type PdfValue, Reference } from './objects.ts'

/** A stream: its dictionary, and where its bytes are in the file (ISO 32000-1, 7.3.8). */
export class PdfStream {
  readonly number: number
  readonly dictionary: Dictionary
  readonly start: number
  readonly length: number

  constructor(number: number, dictionary: Dictionary, start: number, length: number) {
    this.number = number
    this.dictionary = dictionary
    this.start = start
    this.length = length
  }
}

/** A page's content is a tenth of it. */
const MOST_BYTES = 16_000_000
/** A letter has some hundred objects in a stream. */
const MOST_OBJECTS = 10_000

/** A file, of which objects are read as they are asked for. Whatever is unusual in one of them is refused. */
export class PdfFile {
  readonly trailer: Dictionary
  private readonly bytes: Uint8Array
  private readonly text: string
  private readonly entries: CrossReferences['entries']
  private readonly decrypt: Decrypt | null
  private readonly objects = new Map<number, PdfValue | PdfStream>()
  private readonly objectStreams = new Map<number, readonly PdfValue[]>()

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.text = latin1(bytes)
    const { entries, trailer } = this.crossReferences(startOf(this.text))
    this.entries = entries
    this.trailer = trailer
    checkKeys(trailer, trailer.has('/W') ? KNOWN_OF_STREAM : KNOWN_OF_TRAILER, 'cross-reference')
    this.decrypt = this.decryption()
  }

  /** What an object is, or what it refers to; streams are not asked for in this way. */
  resolved(object: PdfValue | undefined): PdfValue | undefined {
    if (!(object instanceof Reference)) return object
    const found = this.indirect(object)
    return found instanceof PdfStream || found instanceof Reference ? refuse('object') : found
  }

  /** A dictionary, or one that is referred to. */
  dictionary(object: PdfValue | undefined): Dictionary {
    const found = this.resolved(object)
    return isDictionary(found) ? found : refuse('object')
  }

  /** A stream that is referred to. */
  stream(object: PdfValue | undefined): PdfStream {
    const found = object instanceof Reference ? this.indirect(object) : null
    return found instanceof PdfStream ? found : refuse('object')
  }

  /** The content of a stream, decrypted and inflated. */
  content(stream: PdfStream): Uint8Array {
    return inflated(this.raw(stream), stream.dictionary)
  }

  private raw({ number, start, length }: PdfStream): Uint8Array {
    const bytes = this.bytes.subarray(start, start + length)
    return this.decrypt ? this.decrypt(bytes, number) : bytes
  }

  private indirect({ number, generation }: Reference): PdfValue | PdfStream {
    const known = this.objects.get(number)
    if (known !== undefined) return known
    const entry = this.entries.get(number) ?? refuse('object')
    if (generation !== 0) refuse('object')
    const found =
      'offset' in entry ? this.objectAt(number, entry.offset, entry.generation) : this.inStream(entry, number)
    this.objects.set(number, found)
    return found
  }

  /** An object in the file itself (7.3.10). */
  private objectAt(number: number, offset: number, generation: number): PdfValue | PdfStream {
    const head = `${number} 0 obj`
    if (generation !== 0 || offset === 0 || !this.text.startsWith(head, offset)) refuse('object')
    if (/\d/.test(this.text[offset - 1]!)) refuse('object')
    const lexer = new Lexer(this.text, offset + head.length)
    const object = lexer.object()
    STREAM.lastIndex = lexer.at
    const match = STREAM.exec(this.text)
    if (match && isDictionary(object)) return this.streamAt(number, object, STREAM.lastIndex)
    lexer.expect('endobj')
    return object
  }

  /** The end of a stream must be where its length says. */
  private streamAt(number: number, dictionary: Dictionary, start: number): PdfStream {
    const length = this.resolved(dictionary.get('/Length'))
    if (!isCount(length) || length === 0) refuse('stream')
    STREAM_END.lastIndex = start + length
    if (!STREAM_END.test(this.text)) refuse('stream')
    return new PdfStream(number, dictionary, start, length)
  }

  /** An object in an object stream (7.5.7). */
  private inStream({ stream, index }: { readonly stream: number; readonly index: number }, number: number): PdfValue {
    const known = this.objectStreams.get(stream)
    const objects = known ?? this.objectsIn(stream)
    this.objectStreams.set(stream, objects)
    if (this.numbersIn.get(stream)?.[index] !== number) refuse('object')
    return objects[index]!
  }

  private readonly numbersIn = new Map<number, readonly number[]>()

  private objectsIn(stream: number): PdfValue[] {
    const entry = this.entries.get(stream)
    if (!entry || !('offset' in entry)) refuse('object')
    const found = this.stream(new Reference(stream, 0))
    const { dictionary } = found
    checkKeys(dictionary, KNOWN_OF_OBJECTS, 'object')
    const [count, first] = [dictionary.get('/N'), dictionary.get('/First')]
    if (dictionary.get('/Type') !== '/ObjStm' || !isCount(count) || !isCount(first) || count > MOST_OBJECTS)
      refuse('object')
    const text = Buffer.from(this.content(found)).toString('latin1')
    const head = text
      .slice(0, first)
      .trim()
      .split(/[ \r\n]+/)
      .map(Number)
    if (head.length !== 2 * count || !head.every(isCount)) refuse('object')
    this.numbersIn.set(
      stream,
      head.filter((_, at) => at % 2 === 0),
    )
    return Array.from({ length: count }, (_, at) => {
      const [start, end] = [first + head[2 * at + 1]!, at + 1 < count ? first + head[2 * at + 3]! : text.length]
      return objectIn(text.slice(start, end))
    })
  }

  private crossReferences(start: number): CrossReferences {
    if (this.text.startsWith('xref', start)) return tableAt(this.text, start)
    const [, number] = /^(\d{1,7}) 0 obj/.exec(this.text.slice(start, start + 20)) ?? []
    const stream = number === undefined ? null : this.objectAt(Number(number), start, 0)
    if (!(stream instanceof PdfStream) || stream.dictionary.get('/Type') !== '/XRef') refuse('cross-reference')
    const content = inflated(this.bytes.subarray(stream.start, stream.start + stream.length), stream.dictionary)
    return { entries: entriesIn(content, stream.dictionary), trailer: stream.dictionary }
  }

  private decryption(): Decrypt | null {
    const encrypt = this.trailer.get('/Encrypt')
    if (encrypt === undefined) return null
    const id = this.trailer.get('/ID')
    return decryptionOf(this.dictionary(encrypt), id)
  }
}

const STREAM = /\s{0,2}stream(?:\r\n|\n)/y
const STREAM_END = /(?:\r\n|\r|\n)?endstream\s{1,2}endobj\s/y

/** `/Prev` is missing: a file that was changed is refused, as is one with both kinds of cross-references. */
const KNOWN_OF_TRAILER = new Set(['/Size', '/Root', '/Encrypt', '/Info', '/ID'])
const KNOWN_OF_STREAM = new Set([
  ...KNOWN_OF_TRAILER,
  ...['/Type', '/W', '/Index', '/Length', '/Filter', '/DecodeParms'],
])
const KNOWN_OF_OBJECTS = new Set(['/Type', '/N', '/First', '/Length', '/Filter'])

function objectIn(text: string): PdfValue {
  const lexer = new Lexer(text)
  const object = lexer.object()
  return /^\s*$/.test(text.slice(lexer.at)) ? object : refuse('object')
}

/** The bytes of a stream without its filter: none, or FlateDecode (7.4.4). */
function inflated(bytes: Uint8Array, dictionary: Dictionary): Uint8Array {
  const filter = nameOf(dictionary.get('/Filter'))
  const parameters = dictionary.get('/DecodeParms') ?? null
  if (filter === undefined && parameters === null) return bytes
  if (filter !== '/FlateDecode') refuse('stream')
  const content = inflate(bytes)
  return parameters === null ? content : unpredicted(content, parameters)
}

const nameOf = (filter: PdfValue | undefined): PdfValue | undefined =>
  isList(filter) && filter.length === 1 ? filter[0] : filter

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch {
    return refuse('stream')
  }
}

const KNOWN_OF_PREDICTOR = new Set(['/Predictor', '/Columns'])

/** The content of a cross-reference stream, whose rows are differences from the row above (7.4.4.4). */
function unpredicted(content: Uint8Array, parameters: PdfValue): Uint8Array {
  if (!isDictionary(parameters)) refuse('stream')
  checkKeys(parameters, KNOWN_OF_PREDICTOR, 'stream')
  const [columns, predictor] = [parameters.get('/Columns'), parameters.get('/Predictor')]
  if (predictor !== 12 || !isCount(columns) || columns === 0 || content.length % (columns + 1) !== 0) refuse('stream')
  const rows = content.length / (columns + 1)
  const whole = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const from = row * (columns + 1)
    if (content[from] !== 2) refuse('stream')
    for (let column = 0; column < columns; column++) {
      const to = row * columns + column
      whole[to] = content[from + 1 + column]! + (row === 0 ? 0 : whole[to - columns]!)
    }
  }
  return whole
}
