import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { stream } from '../../../../corpus/hostile/pdf/write.ts'
import { drawText, type PdfParts, readText, withMore } from './draw.ts'

/** So large a picture is not decoded. */
const LARGE: PdfParts = {
  resources: '/XObject << /Im 5 0 R >>',
  objects: [
    stream(
      deflateSync(Buffer.alloc(600 * 500 * 3)).toString('latin1'),
      '/Type /XObject /Subtype /Image /Width 600 /Height 500 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
    ),
  ],
}

describe('text under a box', () => {
  const name = 'Signed by Dr. Umbriel Quince'
  const under = drawText(name, 72, 60)
  const box = '60 55 300 20 re f'

  it.each([
    ['drawn over it', () => withMore(`${under} 0 g ${box}`)],
    ['drawn over it in the dark', () => withMore(`${under} 0.2 0.2 0.25 rg ${box}`)],
    ['drawn below letters of its colour', () => withMore(`0 g ${box} ${under}`)],
    ['that is a thick stroke', () => withMore(`${under} 14 w 60 65 m 380 65 l S`)],
    ['that is a large picture', () => withMore(`${under} q 320 0 0 20 60 55 cm /Im Do Q`, LARGE)],
    [
      'that is a square of dots',
      () => withMore(`${under} q 300 0 0 20 60 55 cm BI /IM true /W 1 /H 1 /D [1 0] ID \x80 EI Q`),
    ],
    ['that is a picture', () => withMore(`${under} q 320 0 0 20 60 55 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q`)],
    [
      'in a form',
      () =>
        withMore(`${under} /Fm Do`, {
          resources: '/XObject << /Fm 5 0 R >>',
          objects: [stream(box, '/Type /XObject /Subtype /Form /BBox [0 0 612 792]')],
        }),
    ],
    [
      'that is an annotation',
      () =>
        withMore(under, {
          page: '/Annots [5 0 R]',
          objects: [
            '<< /Type /Annot /Subtype /Square /Rect [60 55 380 75] /F 4 /AP << /N 6 0 R >> >>',
            stream('0 g 0 0 320 20 re f', '/Type /XObject /Subtype /Form /BBox [0 0 320 20]'),
          ],
        }),
    ],
  ])('is masked, with a message: %s', async (_how, pdf) => {
    const { lines, codes } = await readText(pdf())
    expect(lines.at(-1)).toMatch(/^█+( █+)+$/)
    expect(codes).toContain('text/covered')
  })

  it('is dropped under a white one, even if other words are on top of it', async () => {
    const { lines, codes } = await readText(withMore(`${under} 1 g ${box} 0 g ${drawText('Other words.', 72, 60)}`))
    expect(lines.at(-1)).toBe('Other words.')
    expect(codes).toContain('text/covered')
  })

  it('is masked as far as the box extends', async () => {
    const { lines } = await readText(withMore(`${under} 0 g 122 55 300 20 re f`))
    expect(lines.at(-1)).toMatch(/^Signed by █+\. █+ █+$|^Signed by █+ █+ █+$/)
  })

  it('is read if it is drawn again over the box', async () => {
    const { lines, codes } = await readText(withMore(`${under} 0.9 g ${box} 0 g ${under}`))
    expect(lines.at(-1)).toBe(name)
    expect(codes).toEqual([])
  })
})
