import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isList, isName, type PdfValue } from './objects.ts'

/** How many numbers a colour has: one of gray, three of red, green and blue. */
export type Components = 1 | 3

const DEVICE: ReadonlyMap<PdfValue, Components> = new Map<PdfValue, Components>([
  ['/DeviceGray', 1],
  ['/DeviceRGB', 3],
])

const KNOWN_OF_PROFILE = new Set(['/N', '/Alternate', '/Length', '/Filter'])

/**
 * What a colour space comes to. Like pdf.js here, which converts no profiles, those based on one (ISO 32000-1, 8.6.5.5)
 * count as that of the device with as many numbers.
 */
export function componentsOf(file: PdfFile, space: PdfValue | undefined): Components {
  const found = file.resolved(space)
  if (isName(found)) return DEVICE.get(found) ?? refuse('color')
  if (!isList(found) || found.length !== 2 || found[0] !== '/ICCBased') refuse('color')
  const { dictionary } = file.stream(found[1])
  checkKeys(dictionary, KNOWN_OF_PROFILE, 'color')
  const count = dictionary.get('/N')
  if (count !== 1 && count !== 3) refuse('color')
  const alternate = dictionary.get('/Alternate')
  return alternate === undefined || DEVICE.get(alternate) === count ? count : refuse('color')
}

/** The colour space that a content stream names: that of a device, or one of the resources (8.6.3). */
export function namedSpace(file: PdfFile, resources: Dictionary, name: PdfValue | undefined): Components {
  const device = DEVICE.get(name ?? null)
  if (device !== undefined) return device
  return isName(name) ? componentsOf(file, file.dictionary(resources.get('/ColorSpace')).get(name)) : refuse('color')
}

const shades = new Uint8ClampedArray(1)

/** From 0 to 1, as two hexadecimal digits. */
function shade(value: number): string {
  shades[0] = value * 255
  return shades[0].toString(16).padStart(2, '0')
}

/** A colour as "#rrggbb". */
export function hexOf(values: readonly number[], components: Components): string {
  if (values.length !== components) refuse('color')
  const [red, green, blue] = values.map(shade)
  return components === 1 ? `#${red}${red}${red}` : `#${red}${green}${blue}`
}
