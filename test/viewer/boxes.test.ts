import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBrowser, openPage, recordsOf, serveRun } from './support.ts'

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'letters')

describe.skipIf(!existsSync(SHARED))('boxes on posted letters', () => {
  it('are on the words of their values', { timeout: 300_000 }, async () => {
    const browser = await openBrowser()
    const shared = await serveRun(SHARED)
    const { page, close } = await openPage(browser, shared.url)
    const sampled = recordsOf(shared.folder).filter((_, at) => at % 8 === 0)
    const rows: { on: number; of: number }[] = []
    for (const record of sampled) {
      await page.goto(`${shared.url}/#/case/${record.caseNumber}`)
      await page.locator('.case-head h1', { hasText: record.caseNumber! }).waitFor()
      await page.locator('.pdf-page.drawn').first().waitFor()
      rows.push((await page.evaluate(wordsUnderBoxes(`/api/case/${record.caseNumber}`))) as { on: number; of: number })
    }
    const [on, of] = [rows.reduce((sum, row) => sum + row.on, 0), rows.reduce((sum, row) => sum + row.of, 0)]
    expect(of).toBeGreaterThan(100)
    expect(on / of).toBeGreaterThan(0.97)
    await close()
    await shared.close()
    await browser.close()
  })
})

/** Runs in the page: how many boxes of verbatim values have their words under them, according to pdf.js. */
const wordsUnderBoxes = (address: string) => `(async () => {
  const library = await import('/pdfjs/build/pdf.min.mjs')
  const ask = async path => (await fetch(path)).json()
  const [{ record }, letter] = await Promise.all([ask('${address}'), ask('${address}/letter')])
  const pdf = await library.getDocument({ url: '${address}/file' }).promise
  const plain = text => text.replace(/\\s+/g, '')
  let [on, of] = [0, 0]
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    for (const [pointer, places] of Object.entries(record.evidence))
      for (const { page, boxes, start, end } of places) {
        if (page !== number || boxes.length !== 1 || !pointer.endsWith('/text')) continue
        const [x0, y0, x1, y1] = boxes[0]
        const under = items
          .filter(({ transform: [, , , , , y] }) => y >= y0 - 2 && y <= y1)
          .filter(({ transform: [, , , , x], width }) => x < x1 && x + width > x0)
        of++
        if (plain(under.map(({ str }) => str).join('')).includes(plain(letter.text.slice(start, end)))) on++
      }
  }
  return { on, of }
})()`
