import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractRecord, readLetter } from '../../pipeline/index.ts'
import { letterPage } from '../../viewer/index.ts'
import { CORPUS, HOSTILE, openBrowser, openPage, violations } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-page-'))
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('one letter as one page', () => {
  it.each([
    ['a PDF', 'CM16-9000003.pdf', '/diagnoses/0/text', '.box.selected'],
    ['a text', 'CM16-9000009.txt', '/disputedItems/0/text', '.stretch.selected'],
  ])('needs no server and no network: %s', async (_name, name, pointer, selector) => {
    const bytes = new Uint8Array(readFileSync(join(CORPUS, name)))
    const source = await readLetter({ bytes: bytes.slice(), name })
    const path = join(folder, `${name}.html`)
    writeFileSync(path, letterPage(extractRecord(source), source, bytes))
    const { page, faults, close } = await openPage(browser, `file://${path}#${pointer}`)
    await page.locator(selector).first().waitFor()
    // Without a bar at the top, letter and record reach down to the margin of the window.
    const { y, height } = (await page.locator('.desk').boundingBox())!
    expect(y + height + 16).toBeCloseTo(page.viewportSize()!.height, -1)
    expect(await page.locator('.value[aria-pressed=true]').getAttribute('data-pointer')).toBe(pointer)
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  it('shows markup of a letter as text', async () => {
    const source = await readLetter({
      bytes: Buffer.from(`${HOSTILE}\n</script><script>window.harmed=3</script>`),
      name: 'hostile.txt',
    })
    const path = join(folder, 'hostile.html')
    writeFileSync(path, letterPage(extractRecord(source), source, Buffer.from(HOSTILE)))
    const { page, faults, close } = await openPage(browser, `file://${path}`)
    await page.locator('.text-page').first().waitFor()
    expect(await page.evaluate('window.harmed')).toBeUndefined()
    expect(faults).toEqual([])
    await close()
  })
})
