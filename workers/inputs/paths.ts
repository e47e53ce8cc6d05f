import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Paths are strings wherever they go, also through a queue. Names of files need not be UTF-8: a byte that is none stands as
 * a lone surrogate from U+DC80 on, which no name in UTF-8 holds, and becomes that byte again where a disk is asked.
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

/** What asks a disk for a path. */
export function onDisk(path: string): string | Buffer {
  if (path.isWellFormed()) return path
  const parts = path.split(/((?<![\ud800-\udbff])[\udc80-\udcff])/)
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.of(part.charCodeAt(0) - SURROGATE) : Buffer.from(part))),
  )
}

/** A name for people: bytes that are no UTF-8 are taken for Windows-1252, and no character controls a terminal or table. */
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

/** What a path leads to, links followed. */
export const statAt = (path: string): Stats | undefined => attempt(() => statSync(onDisk(path)))

/** What lies at a path, links not followed. */
export const lstatAt = (path: string): Stats | undefined => attempt(() => lstatSync(onDisk(path)))

export const realPathOf = (path: string): string =>
  attempt(() => pathFrom(realpathSync(onDisk(path), 'buffer'))) ?? resolve(path)

/** A path as it was typed: the platform hands it over with U+FFFD for bytes that are no UTF-8, so that they are looked up. */
export function typedPath(path: string): string {
  if (!path.includes('\ufffd') || statAt(path)) return path
  const folder = dirname(path) === path ? path : typedPath(dirname(path))
  const name = path.slice(dirname(path).length).replace(/^\/+/, '')
  const names = attempt(() => readdirSync(onDisk(folder), 'buffer')) ?? []
  const found = names.filter(bytes => bytes.toString() === name)
  return found.length === 1 ? join(folder, pathFrom(found[0]!)) : path
}
