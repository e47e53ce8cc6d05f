import { createDecipheriv, createSecretKey, hash } from 'node:crypto'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isDictionary, isNumber, PdfString, type PdfValue } from './objects.ts'

/** Decrypts the bytes of a stream, given its object number. */
export type Decrypt = (bytes: Uint8Array, number: number) => Uint8Array

const KNOWN = new Set(
  ['Filter', 'V', 'R', 'O', 'U', 'P', 'Length', 'CF', 'StmF', 'StrF', 'EncryptMetadata'].map(key => `/${key}`),
)
const KNOWN_OF_FILTER = new Set(['/Type', '/CFM', '/AuthEvent', '/Length'])

/** What fills up a password (ISO 32000-1, 7.6.3.3). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * How the streams of a file are decrypted that everybody may open: AES with a key of 128 bits and no password (ISO
 * 32000-1, 7.6), as the posted letters are. Anything else is refused.
 */
export function decryptionOf(encrypt: Dictionary, id: PdfValue | undefined): Decrypt {
  checkKeys(encrypt, KNOWN, 'encryption')
  if (!isStandard(encrypt) || !isAes(encrypt)) refuse('encryption')
  const [owner, user, first] = [encrypt.get('/O'), encrypt.get('/U'), Array.isArray(id) ? id[0] : null].map(bytesOf)
  const flags = encrypt.get('/P')
  if (owner!.length !== 32 || user!.length !== 32 || !isNumber(flags)) refuse('encryption')
  const key = keyOf(owner!, flags, first!, encrypt.get('/EncryptMetadata') === false)
  if (!userCheck(key, first!).equals(user!.subarray(0, 16))) refuse('encryption')
  return (bytes, number) => decrypted(bytes, streamKey(key, number))
}

const isStandard = (encrypt: Dictionary): boolean =>
  encrypt.get('/Filter') === '/Standard' &&
  encrypt.get('/V') === 4 &&
  encrypt.get('/R') === 4 &&
  encrypt.get('/Length') === 128 &&
  [undefined, true, false].includes(encrypt.get('/EncryptMetadata') as boolean | undefined)

/** Whether streams and strings go through the one crypt filter that there is. */
function isAes(encrypt: Dictionary): boolean {
  const filters = encrypt.get('/CF')
  const filter = isDictionary(filters) && filters.size === 1 ? filters.get('/StdCF') : null
  if (!isDictionary(filter)) return false
  checkKeys(filter, KNOWN_OF_FILTER, 'encryption')
  const isStandardFilter = encrypt.get('/StmF') === '/StdCF' && encrypt.get('/StrF') === '/StdCF'
  return (
    isStandardFilter &&
    filter.get('/CFM') === '/AESV2' &&
    [undefined, '/DocOpen'].includes(filter.get('/AuthEvent') as string | undefined)
  )
}

const bytesOf = (object: PdfValue | undefined): Buffer =>
  object instanceof PdfString ? Buffer.from(object.bytes, 'latin1') : refuse('encryption')

const md5 = (bytes: Uint8Array): Buffer => hash('md5', bytes, 'buffer')

/** Algorithm 2, with an empty password. */
function keyOf(owner: Buffer, flags: number, id: Buffer, isMetadataPlain: boolean): Buffer {
  const word = Buffer.alloc(4)
  word.writeInt32LE(flags | 0)
  let key = md5(Buffer.concat([PADDING, owner, word, id, Buffer.alloc(isMetadataPlain ? 4 : 0, 255)]))
  for (let round = 0; round < 50; round++) key = md5(key)
  return key
}

/** Algorithm 5: what `/U` begins with if the password is right. */
function userCheck(key: Buffer, id: Buffer): Buffer {
  let check = md5(Buffer.concat([PADDING, id]))
  for (let round = 0; round < 20; round++)
    check = rc4(
      key.map(byte => byte ^ round),
      check,
    )
  return check
}

/** The cipher that `/U` is checked with; no stream is read with it. Node offers it only with old providers. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = scheduled(key)
  const result = Buffer.alloc(bytes.length)
  let [at, to] = [0, 0]
  for (let index = 0; index < bytes.length; index++) {
    at = (at + 1) & 255
    const own = state[at]!
    to = (to + own) & 255
    const other = state[to]!
    state[at] = other
    state[to] = own
    result[index] = bytes[index]! ^ state[(own + other) & 255]!
  }
  return result
}

/** The state of the cipher for a key. */
function scheduled(key: Uint8Array): Uint8Array {
  const state = new Uint8Array(256)
  for (let at = 0; at < 256; at++) state[at] = at
  for (let at = 0, to = 0; at < 256; at++) {
    const own = state[at]!
    to = (to + own + key[at % key.length]!) & 255
    state[at] = state[to]!
    state[to] = own
  }
  return state
}

const SALT = Buffer.from('sAlT')

/** Algorithm 1, for an object of generation 0. */
const streamKey = (key: Buffer, number: number): Buffer =>
  md5(Buffer.concat([key, Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]), SALT]))

function decrypted(bytes: Uint8Array, key: Buffer): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-128-cbc', createSecretKey(key), bytes.subarray(0, 16))
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()])
  } catch {
    return refuse('encryption')
  }
}
