/** Red, green and blue, from 0 to 255. */
export type Shades = readonly [red: number, green: number, blue: number]

const known = new Map<string, Shades>()
/** Letters have a few colours; the table of a drawing with thousands is begun anew. */
const MOST_KNOWN = 1000

/** The shades of a colour, "#rrggbb". */
export function shadesOf(color: string): Shades {
  const found = known.get(color)
  if (found) return found
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
  const shades: Shades = [red!, green!, blue!]
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(color, shades)
  return shades
}
