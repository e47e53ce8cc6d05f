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

const DENSE: PdfParts = {
  resources: '/ExtGState << /Dense << /ca 0.9 >> /Multiply << /BM /Multiply >> >>',
}

const SHADES: PdfParts = {
  resources: '/Shading << /Sh 5 0 R >>',
  objects: [
    '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 612 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.3] /N 1 >> >>',
  ],
}

describe('text under a box', () => {
  const name = 'Signed by Dr. Umbriel Quince'
  const under = drawText(name, 72, 60)
  const box = '60 55 300 20 re f'
  const strips = (strip: (at: number) => string) => Array.from({ length: 20 }, (_, at) => strip(55 + at)).join(' ')
  const columns = Array.from({ length: 320 }, (_, at) => `${60 + at} 55 1.05 20 re f`).join(' ')

  it.each([
    ['drawn over it', () => withMore(`${under} 0 g ${box}`)],
    ['drawn over it in the dark', () => withMore(`${under} 0.2 0.2 0.25 rg ${box}`)],
    ['drawn below letters of its colour', () => withMore(`0 g ${box} ${under}`)],
    ['that is a thick stroke', () => withMore(`${under} 14 w 60 65 m 380 65 l S`)],
    ['that is drawn in thin strokes', () => withMore(`${under} 1.2 w ${strips(at => `60 ${at} m 380 ${at} l S`)}`)],
    ['that is drawn in strips', () => withMore(`${under} 0 g ${strips(at => `60 ${at} 320 1.05 re f`)}`)],
    ['that is drawn in columns', () => withMore(`${under} 0 g ${columns}`)],
    ['drawn in two halves', () => withMore(`${under} 0 g 60 55 320 7.5 re f 60 62.5 320 12 re f`)],
    ['without their feet', () => withMore(`${under} 0 g 60 62 320 8 re f`)],
    ['that hardly lets light through', () => withMore(`/Dense gs ${under} 0 g ${box}`, DENSE)],
    ['that multiplies black', () => withMore(`${under} /Multiply gs 0 g ${box}`, DENSE)],
    ['that is a change of colours', () => withMore(`${under} q 60 55 320 20 re W n /Sh sh Q`, SHADES)],
    [
      'that is a mask painted all over',
      () => withMore(`${under} q 0 g 320 0 0 20 60 55 cm BI /IM true /W 8 /H 1 /BPC 1 ID \x00 EI Q`),
    ],
    [
      'that says what is to be taken out',
      () =>
        withMore(under, {
          page: '/Annots [5 0 R]',
          objects: ['<< /Type /Annot /Subtype /Redact /Rect [60 55 380 75] /IC [0 0 0] /F 4 >>'],
        }),
    ],
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

  it.each([
    ['struck through', '72 63 m 380 63 l 2 w S'],
    ['between rules', '1 w 60 57 m 380 57 l S 60 72 m 380 72 l S'],
    ['on ruled paper', strips(at => `60 ${40 + (at - 55) * 6} m 380 ${40 + (at - 55) * 6} l 0.6 w S`)],
    ['under glass', `/Glass gs 0 g ${box}`],
  ])('is read if it is %s', async (_how, over) => {
    const glass = { resources: '/ExtGState << /Glass << /ca 0.4 >> >>' }
    const { lines, codes } = await readText(withMore(`${under} ${over}`, glass))
    expect(lines.at(-1)).toBe(name)
    expect(codes).toEqual([])
  })

  it('is read if it is drawn again over the box', async () => {
    const { lines, codes } = await readText(withMore(`${under} 0.9 g ${box} 0 g ${under}`))
    expect(lines.at(-1)).toBe(name)
    expect(codes).toEqual([])
  })
})
