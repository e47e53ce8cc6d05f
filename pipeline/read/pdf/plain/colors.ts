import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isList, isName, type PdfValue, Reference } from './objects.ts'

/** How many numbers a colour has: one of gray, three of red, green and blue. */
export type Components = 1 | 3

const DEVICE: ReadonlyMap<PdfValue, Components> = new Map<PdfValue, Components>([
  ['/DeviceGray', 1],
  ['/DeviceRGB', 3],
])

const KNOWN_OF_PROFILE = new Set(['/N', '/Alternate', '/Length', '/Filter'])

/** The colour spaces of a file. */
export class PlainSpaces {
  private readonly file: PdfFile
  private readonly profiles = new Map<number, Components>()

  constructor(file: PdfFile) {
    this.file = file
  }

  /** The colour space that a content stream names: that of a device, or one of the resources (ISO 32000-1, 8.6.3). */
  named(resources: Dictionary, name: PdfValue | undefined): Components {
    const device = DEVICE.get(name ?? null)
    if (device !== undefined) return device
    return isName(name)
      ? this.componentsOf(this.file.dictionary(resources.get('/ColorSpace')).get(name))
      : refuse('color')
  }

  /**
   * What a colour space comes to. Like pdf.js here, which converts no profiles, those based on one (8.6.5.5) count as
   * that of the device with as many numbers.
   */
  componentsOf(space: PdfValue | undefined): Components {
    const found = this.file.resolved(space)
    if (isName(found)) return DEVICE.get(found) ?? refuse('color')
    if (!isList(found) || found.length !== 2 || found[0] !== '/ICCBased') refuse('color')
    return this.profile(found[1])
  }

  private profile(reference: PdfValue | undefined): Components {
    if (!(reference instanceof Reference)) refuse('color')
    const count = this.profiles.get(reference.number) ?? this.countOf(reference)
    this.profiles.set(reference.number, count)
    return count
  }

  private countOf(reference: Reference): Components {
    const stream = this.file.stream(reference)
    const { dictionary } = stream
    checkKeys(dictionary, KNOWN_OF_PROFILE, 'color')
    const [count, alternate] = [dictionary.get('/N'), dictionary.get('/Alternate')]
    if (count !== 1 && count !== 3) refuse('color')
    // A damaged stream is damage of the file, even if its content is not needed.
    this.file.content(stream)
    return alternate === undefined || DEVICE.get(alternate) === count ? count : refuse('color')
  }
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
