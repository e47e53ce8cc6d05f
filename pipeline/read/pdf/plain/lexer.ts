import { refuse } from './not-plain.ts'
import { type Dictionary, type PdfName, PdfString, type PdfValue, Reference } from './objects.ts'

/** What a byte is (ISO 32000-1, 7.2.2): regular, white space, or a delimiter. */
const [WHITE, DELIMITER] = [1, 2]
const KINDS = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITE
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER

/** A keyword, such as `obj`, or an operator of a content stream. */
export class Keyword {
  readonly word: string

  constructor(word: string) {
    this.word = word
  }
}

/** The end of the text. */
export const END = new Keyword('')

const [OPEN, DICTIONARY, LIST_END, DICTIONARY_END] = ['[', '<<', ']', '>>'].map(word => new Keyword(word)) as [
  Keyword,
  Keyword,
  Keyword,
  Keyword,
]

/** Deeper nesting is refused; that of letters is three or four. */
const DEEPEST = 32
/** Longer numbers are refused. */
const MOST_DIGITS = 20
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power)

/**
 * Reads objects from a text, one character a byte (ISO 32000-1, 7.2 and 7.3). It is strict: comments, unusual numbers,
 * incomplete strings and the like are refused. References are only read where `references` says so: content has none.
 */
export class Lexer {
  at: number
  private readonly text: string
  private readonly references: boolean

  constructor(text: string, at = 0, references = true) {
    this.text = text
    this.at = at
    this.references = references
  }

  /** The next object, or the keyword that stands in its place. */
  next(): PdfValue | Keyword {
    const token = this.token()
    return token instanceof Keyword ? this.composed(token, DEEPEST) : token
  }

  /** The next object. */
  object(): PdfValue {
    const next = this.next()
    return next instanceof Keyword ? refuse('syntax') : next
  }

  /** Reads past a keyword that must come next. */
  expect(word: string): void {
    const next = this.next()
    if (!(next instanceof Keyword) || next.word !== word) refuse('syntax')
  }

  private composed(token: Keyword, depth: number): PdfValue | Keyword {
    if (depth === 0) refuse('syntax')
    if (token === OPEN) return this.list(depth)
    return token === DICTIONARY ? this.dictionary(depth) : token
  }

  private list(depth: number): PdfValue[] {
    const list: PdfValue[] = []
    for (;;) {
      const token = this.token()
      const object = token instanceof Keyword ? this.composed(token, depth - 1) : token
      if (object === LIST_END) return list
      if (object instanceof Keyword) refuse('syntax')
      list.push(object)
    }
  }

  private dictionary(depth: number): Dictionary {
    const dictionary = new Map<PdfName, PdfValue>()
    for (;;) {
      const key = this.token()
      if (key === DICTIONARY_END) return dictionary
      if (typeof key !== 'string' || dictionary.has(key)) refuse('syntax')
      const token = this.token()
      const value = token instanceof Keyword ? this.composed(token, depth - 1) : token
      if (value instanceof Keyword) refuse('syntax')
      dictionary.set(key, value)
    }
  }

  private token(): PdfValue | Keyword {
    const { text } = this
    let { at } = this
    // Never beyond the end: V8 is several times slower at a place where it once got NaN.
    while (at < text.length && KINDS[text.charCodeAt(at)] === WHITE) at++
    this.at = at
    if (at === text.length) return END
    const code = text.charCodeAt(at)
    if ((code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43) return this.number()
    if (KINDS[code] !== DELIMITER) return this.word()
    if (code === 47) return this.name()
    if (code === 40) return this.string()
    return this.bracket(code)
  }

  private bracket(code: number): Keyword | PdfString {
    const isDouble = this.text.charCodeAt(this.at + 1) === code
    if (code === 60 && !isDouble) return this.hexadecimal()
    this.at += code === 60 || code === 62 ? 2 : 1
    if (code === 91) return OPEN
    if (code === 93) return LIST_END
    if (code === 60) return DICTIONARY
    return code === 62 && isDouble ? DICTIONARY_END : refuse('syntax')
  }

  /** 7.3.3, and 7.3.10 for references. The value is computed as pdf.js does. */
  private number(): number | Reference {
    const { text } = this
    const sign = text.charCodeAt(this.at)
    if (sign === 45 || sign === 43) this.at++
    const start = this.at
    let value = this.digits(0)
    let count = this.at - start
    const isWhole = text.charCodeAt(this.at) !== 46
    if (!isWhole) {
      const point = ++this.at
      value = this.digits(value)
      count = this.at - start - 1
      value /= POWERS[this.at - point] ?? refuse('syntax')
    }
    if (count === 0 || count > MOST_DIGITS || KINDS[text.charCodeAt(this.at)] === 0) refuse('syntax')
    if (this.references && isWhole && sign >= 48) return this.reference(value) ?? value
    return sign === 45 ? -value : value
  }

  /** Reads on in a number. */
  private digits(value: number): number {
    const { text } = this
    let { at } = this
    let whole = value
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 48 || code > 57) break
      whole = whole * 10 + code - 48
    }
    this.at = at
    return whole
  }

  private reference(number: number): Reference | null {
    REFERENCE.lastIndex = this.at
    const match = REFERENCE.exec(this.text)
    if (!match) return null
    this.at = REFERENCE.lastIndex
    return new Reference(number, Number(match[1]))
  }

  /** 7.3.5. */
  private name(): PdfName {
    const { text } = this
    const start = this.at
    this.at = this.regularEnd(start + 1)
    const name = text.slice(start, this.at)
    if (!name.includes('#')) return name as PdfName
    if (/#(?![\dA-Fa-f]{2})/.test(name)) refuse('syntax')
    return name.replace(/#(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) as PdfName
  }

  /** Where the regular characters from here on end. */
  private regularEnd(start: number): number {
    const { text } = this
    let at = start
    while (at < text.length && KINDS[text.charCodeAt(at)] === 0) at++
    return at
  }

  private word(): PdfValue | Keyword {
    const { text } = this
    const start = this.at
    this.at = this.regularEnd(start + 1)
    const word = text.slice(start, this.at)
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    return new Keyword(word)
  }

  /** 7.3.4.2. Most strings have neither escapes nor parentheses inside. */
  private string(): PdfString {
    const { text } = this
    const start = ++this.at
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === 41) return new PdfString(text.slice(start, this.at++))
      if (code === 92 || code === 40) return this.escapedString(start)
      if (Number.isNaN(code)) refuse('syntax')
      this.at++
    }
  }

  private escapedString(start: number): PdfString {
    const { text } = this
    let bytes = text.slice(start, this.at)
    for (let depth = 1; ; ) {
      const character = text[this.at++]
      if (character === undefined) refuse('syntax')
      if (character === '\\') bytes += this.escape()
      else {
        depth += character === '(' ? 1 : character === ')' ? -1 : 0
        if (depth === 0) return new PdfString(bytes)
        bytes += character
      }
    }
  }

  private escape(): string {
    OCTAL.lastIndex = this.at
    const digits = OCTAL.exec(this.text)?.[0]
    this.at += digits?.length ?? 1
    if (digits)
      return digits.length < 3 || digits < '4' ? String.fromCharCode(Number.parseInt(digits, 8)) : refuse('syntax')
    return ESCAPES.get(this.text[this.at - 1] ?? '') ?? refuse('syntax')
  }

  /** 7.3.4.3. */
  private hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at)
    const digits = this.text.slice(this.at + 1, end)
    if (end < 0 || digits.length % 2 === 1 || !/^[\dA-Fa-f]*$/.test(digits)) refuse('syntax')
    this.at = end + 1
    return new PdfString(Buffer.from(digits, 'hex').toString('latin1'))
  }
}

const REFERENCE = /[ \r\n]+(\d{1,5})[ \r\n]+R(?![^\s()<>[\]{}/%])/y

const OCTAL = /[0-7]{1,3}/y

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['(', '('],
  [')', ')'],
  ['\\', '\\'],
])
