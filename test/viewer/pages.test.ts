import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wilson } from '../../dataset/index.ts'
import { ingest } from '../../workers/index.ts'
import { CORPUS, openPage, serveRun, sharedHostile, violations } from './support.ts'

const shared = sharedHostile()

describe('the run', () => {
  it('shows what was rejected, with a link to the file, and charts that link to their cases', async () => {
    const { page, faults, close } = await openPage(shared.browser, `${shared.run.url}/#/run`)
    await page.locator('.bars a').first().waitFor()
    const row = page.locator('.bars a', { hasText: 'Pharmaceuticals' }).first()
    const [overturned, items] = /(\d+) of (\d+)/
      .exec((await row.textContent())!)!
      .slice(1)
      .map(Number)
    const [low, high] = wilson(overturned!, items!)!
    const interval = `interval ${Math.round(100 * low)}–${Math.round(100 * high)}%`
    expect(await row.locator('.interval').getAttribute('aria-label')).toContain(interval)
    await row.click()
    await page.locator('.result-head h1', { hasText: `${items} decision` }).waitFor()
    expect(page.url()).toContain('f.category=Pharmaceuticals')
    await page.goto(`${shared.run.url}/#/run`)
    await page.getByRole('link', { name: 'no-letter.txt' }).click()
    await page.locator('.text-page', { hasText: 'A note on <b>knees</b>' }).waitFor()
    expect(faults).toEqual([])
    await close()
  })
})

describe('a run that ends while it is viewed', () => {
  it('can be searched without a restart', async () => {
    const growing = await serveRun(join(CORPUS, 'CM16-9000003.pdf'))
    const { page, close } = await openPage(shared.browser, `${growing.url}/#/search`)
    await page.locator('.result').first().waitFor()
    await ingest({ inputs: [join(CORPUS, 'CM16-9000009.txt')], out: growing.folder, queue: false })
    await page.goto(`${growing.url}/#/run`)
    await page.locator('.bars a').first().waitFor()
    await page.goto(`${growing.url}/#/search?q=arthroscopy`)
    await page.locator('.result', { hasText: 'CM16-9000009' }).first().waitFor()
    await close()
    await growing.close()
  })
})

const PAGES = [
  ['the list', '#/search?q=therapy', '.result'],
  ['a case', '#/case/CM16-9000003/disputedItems/0/decision', '.pdf-page.drawn'],
  ['a text letter', '#/case/CM16-9000009/disputedItems/0/text', '.text-page'],
  ['the run', '#/run', '.bars'],
] as const

describe.each(PAGES)('%s', (_name, address, selector) => {
  it.each([
    ['light, wide', 'light', 1440],
    ['dark, wide', 'dark', 1440],
    ['light, on a phone', 'light', 390],
    ['dark, very wide', 'dark', 2560],
  ] as const)(
    'has no fault that axe finds, and nothing wider than the screen: %s',
    async (_look, colorScheme, width) => {
      const { page, close } = await openPage(shared.browser, `${shared.run.url}/${address}`, {
        colorScheme,
        viewport: { width, height: 900 },
      })
      await page.locator(selector).first().waitFor({ state: 'attached' })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await close()
    },
  )
})

it('a form for a correction has no fault that axe finds', async () => {
  const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM16-9000003/diagnoses/0/text`)
  await page.getByRole('button', { name: 'Add to Diagnoses' }).click()
  await page.locator('.correction').waitFor()
  expect(await violations(page)).toEqual([])
  await close()
})
