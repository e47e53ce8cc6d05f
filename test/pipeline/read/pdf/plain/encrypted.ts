import { createCipheriv, createHash } from 'node:crypto'
import { type PdfObject, writePdf } from '../../../../../corpus/hostile/pdf/write.ts'

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const [OWNER, ID, FLAGS] = [Buffer.alloc(32, 7), Buffer.alloc(16, 9), -3904]

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = [...Array(256).keys()]
  let to = 0
  const step = (at: number, more: number) => {
    to = (to + state[at]! + more) % 256
    const [one, other] = [state[at]!, state[to]!]
    state[at] = other
    state[to] = one
    return state[(one + other) % 256]!
  }
  for (let at = 0; at < 256; at++) step(at, key[at % key.length]!)
  to = 0
  return Buffer.from(bytes.map((byte, index) => byte ^ step((index + 1) % 256, 0)))
}

function keyFor(password: string): Buffer {
  const flags = Buffer.alloc(4)
  flags.writeInt32LE(FLAGS)
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
  let key = md5(padded, OWNER, flags, ID)
  for (let round = 0; round < 50; round++) key = md5(key)
  return key
}

function checkOf(key: Buffer): Buffer {
  let check = md5(PADDING, ID)
  for (let round = 0; round < 20; round++) check = rc4(Buffer.from(key.map(byte => byte ^ round)), check)
  return Buffer.concat([check, Buffer.alloc(16)])
}

function encrypted(key: Buffer, number: number, object: PdfObject): PdfObject {
  if (typeof object === 'string') return object
  const own = md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0]), Buffer.from('sAlT'))
  const start = Buffer.alloc(16, number)
  const cipher = createCipheriv('aes-128-cbc', own, start)
  return { ...object, data: Buffer.concat([start, cipher.update(object.data), cipher.final()]) }
}

export interface Encryption {
  readonly password?: string
  /** How streams are said to be encrypted. */
  readonly method?: string
  readonly version?: number
}

/** A file with these objects, the first of which is the catalogue, encrypted as the posted letters are. */
export function writeEncrypted(objects: readonly PdfObject[], options: Encryption = {}): Buffer {
  const { password = '', method = 'AESV2', version = 4 } = options
  const key = keyFor(password)
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`
  const filter = `/CF << /StdCF << /AuthEvent /DocOpen /CFM /${method} /Length 16 >> >> /StmF /StdCF /StrF /StdCF`
  const entry =
    `<< /Filter /Standard /V ${version} /R 4 /Length 128 /P ${FLAGS} /O ${hex(OWNER)} /U ${hex(checkOf(key))} ` +
    `${filter} >>`
  return writePdf([...objects.map((object, at) => encrypted(key, at + 1, object)), entry], {
    trailer: `/Encrypt ${objects.length + 1} 0 R /ID [${hex(ID)} ${hex(ID)}]`,
  })
}
