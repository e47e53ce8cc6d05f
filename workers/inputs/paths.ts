import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Paths are strings everywhere, in queues too. File names need not be valid UTF-8: an invalid byte becomes a lone
 * surrogate from U+DC80 on, which no UTF-8 name contains, and becomes that byte again when the disk is accessed.
 */
const LONE_UNITS = /(?<![\ud800-\udbff])[\udc80-\udcff]/g
const SURROGATE = 0xdc00

/** A name or path as a string, from its bytes. */
export function pathFrom(bytes: Buffer): string {
  const text = bytes.toString()
  if (!text.includes('\ufffd')) return text
  let path = ''
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(count => isCharacter(bytes.subarray(at, at + count))) ?? 0
    path += length > 0 ? bytes.toString('utf8', at, at + length) : String.fromCharCode(SURROGATE + bytes[at]!)
    at += length || 1
  }
  return path
}

function isCharacter(bytes: Buffer): boolean {
  try {
    return Array.from(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).length === 1
  } catch {
    return false
  }
}

/** The form of a path for file system calls. */
export function onDisk(path: string): string | Buffer {
  if (path.isWellFormed()) return path
  const parts = path.split(/((?<![\ud800-\udbff])[\udc80-\udcff])/)
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.of(part.charCodeAt(0) - SURROGATE) : Buffer.from(part))),
  )
}

/**
 * A name for display: bytes that are not UTF-8 are read as Windows-1252, and control characters that could affect a
 * terminal or table are replaced.
 */
export const shownName = (name: string): string =>
  name
    .replace(LONE_UNITS, unit => WESTERN.decode(Uint8Array.of(unit.charCodeAt(0) - SURROGATE)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')

const WESTERN = new TextDecoder('windows-1252')

const attempt = <T>(look: () => T): T | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}

/** Stats of a path, following links. */
export const statAt = (path: string): Stats | undefined => attempt(() => statSync(onDisk(path)))

/** Stats of a path, not following links. */
export const lstatAt = (path: string): Stats | undefined => attempt(() => lstatSync(onDisk(path)))

/** A path without links; as it is if it does not exist. */
export const realPathOf = (path: string): string =>
  attempt(() => pathFrom(realpathSync(onDisk(path), 'buffer'))) ?? resolve(path)

/** A path as typed: Node replaces bytes that are not UTF-8 by U+FFFD, so the real name is looked up. */
export function typedPath(path: string): string {
  if (!path.includes('\ufffd') || statAt(path)) return path
  const folder = dirname(path) === path ? path : typedPath(dirname(path))
  const name = path.slice(dirname(path).length).replace(/^\/+/, '')
  const names = attempt(() => readdirSync(onDisk(folder), 'buffer')) ?? []
  const found = names.filter(bytes => bytes.toString() === name)
  return found.length === 1 ? join(folder, pathFrom(found[0]!)) : path
}
