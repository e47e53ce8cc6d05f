import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goldOf, readCorrections } from '../../corrections/index.ts'
import { wilson } from '../../dataset/index.ts'
import { evaluate } from '../../evaluation/index.ts'
import { ingest } from '../../workers/index.ts'
import { CORPUS, HOSTILE, openBrowser, openPage, recordsOf, type ServedRun, serveRun, violations } from './support.ts'

let browser: Browser
let run: ServedRun

beforeAll(async () => {
  browser = await openBrowser()
  const hostile = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `hostile-${process.pid}`)
  mkdirSync(hostile, { recursive: true })
  writeFileSync(join(hostile, 'hostile.txt'), HOSTILE)
  writeFileSync(join(hostile, 'no-letter.txt'), 'A note on <b>knees</b> that is no letter of any kind.')
  run = await serveRun(CORPUS, hostile)
}, 120_000)

afterAll(async () => {
  await run?.close()
  await browser?.close()
})

describe('search', () => {
  it('finds by words and facet, keeps the whole query in the address, and links to a case', async () => {
    const { page, faults, close } = await openPage(browser, run.url)
    await page.getByRole('searchbox', { name: 'Search decisions' }).fill('therapy')
    await page.keyboard.press('Enter')
    await page.locator('.result mark').first().waitFor()
    const overturned = page.locator('[data-facet=decision] label', { hasText: 'overturned' })
    const count = Number(await overturned.locator('.count').textContent())
    await overturned.click()
    await expect.poll(() => page.locator('.result-head h1').textContent()).toContain(`${count} decision`)
    expect(page.url()).toContain('q=therapy')
    expect(page.url()).toContain('f.decision=overturned')
    expect(await page.locator('.result .badge.upheld').count()).toBe(0)
    await page.reload()
    await expect.poll(() => page.locator('.result-head h1').textContent()).toContain(`${count} decision`)
    await page.locator('.result h2 a').first().click()
    await page.locator('.case-head h1').waitFor()
    await page.locator('.value[aria-pressed=true]').waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('shows the words that matched in each result', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search?q=acupuncture`)
    await page.locator('.result').first().waitFor()
    for (const result of await page.locator('.result').all())
      expect((await result.locator('mark').first().textContent())?.toLowerCase()).toContain('acupunct')
    await close()
  })

  it('links from mentions to items, removes filters, and names the source of a clause', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search?q=acupuncture&f.decision=upheld`)
    await page.getByRole('link', { name: /^Only the \d+ that ha(?:s|ve) these words in the item$/ }).click()
    await expect.poll(() => page.url()).toContain('in=item')
    // The address changes before the results do.
    const unmarked = page.locator('.result').filter({ hasNot: page.locator('h2 mark') })
    await expect.poll(() => unmarked.count()).toBe(0)
    expect(await page.locator('.result').count()).toBeGreaterThan(0)
    await page.goto(`${run.url}/#/search?q=acupuncture&f.decision=upheld&in=treatments`)
    await page.locator('.clause b', { hasText: 'Treatments:' }).first().waitFor()
    await page.getByRole('link', { name: 'Remove the filter Decision: upheld' }).click()
    await expect.poll(() => page.url()).not.toContain('f.decision')
    await close()
  })

  it('moves from case to case among the results, and back to them', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search?q=acupuncture`)
    const link = (at: number) => page.locator('.result h2 a').nth(at).getAttribute('href')
    await page.locator('.result').first().waitFor()
    const [first] = (await link(0))!.split('/disputedItems')
    const others = await page.locator('.result h2 a').evaluateAll(all => all.map(one => one.getAttribute('href')!))
    const second = others.find(href => !href.startsWith(first!))!
    const cases = (await page.locator('.in-cases').textContent())!.replace(' in ', '')
    await page.locator('.result h2 a').first().click()
    await page.locator('.case-head .place', { hasText: `1 of ${cases} found` }).waitFor()
    await page.keyboard.press(']')
    await expect.poll(() => page.url()).toContain(second)
    await page.getByRole('link', { name: '‹ Results' }).click()
    await page.locator('.result').first().waitFor()
    expect(page.url()).toContain('q=acupuncture')
    await close()
  })

  it('loads the next page by key, and repeats nothing', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search?sort=newest`)
    const links = () => page.locator('.result h2 a').evaluateAll(all => all.map(one => one.getAttribute('href')))
    await page.locator('.result').first().waitFor()
    const first = await links()
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByRole('link', { name: 'First page' }).waitFor()
    expect(first).toHaveLength(25)
    expect((await links()).filter(link => first.includes(link))).toEqual([])
    await close()
  })
})

describe('a case', () => {
  it('draws the page, highlights the value in the address, and links both sides', async () => {
    const { page, faults, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/diagnoses/0/text`)
    await page.locator('.pdf-page.drawn').first().waitFor()
    await page.locator('.box.selected').first().waitFor()
    await page.locator('.value[data-pointer="/worker/age"]').hover()
    expect(await page.locator('.box.hovered').first().getAttribute('data-pointer')).toBe('/worker/age')
    const box = (await page.locator('.box[data-pointer="/treatments/0/text"]').first().boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.locator('.value[data-pointer="/treatments/0/text"][aria-pressed=true]').waitFor()
    expect(page.url()).toContain('/treatments/0/text')
    expect(faults).toEqual([])
    await close()
  })

  it('can be navigated by keyboard', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/disputedItems/0/text`)
    await page.locator('.value[aria-pressed=true]').waitFor()
    await page.keyboard.press('n')
    await expect.poll(() => page.url()).toContain('/disputedItems/0/decision')
    await page.keyboard.press('p')
    await expect.poll(() => page.url()).toContain('/disputedItems/0/text')
    await page.keyboard.press(']')
    await expect.poll(() => page.url()).not.toContain('CM16-9000003')
    await close()
  })

  it('shows the kept text if the file was moved', async () => {
    const [name] = readdirSync(run.letters).filter(one => one === 'CM17-9000006.pdf')
    writeFileSync(join(run.letters, name!), 'another file of the same name')
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM17-9000006`)
    await page.locator('.letter .note', { hasText: 'removed or changed' }).waitFor()
    expect(await page.locator('.text-page .stretch').count()).toBeGreaterThan(20)
    await close()
  })

  it('shows markup in a letter as text, and runs none of it', async () => {
    for (const address of ['#/case/CM16-9000099', '#/search?q=arthroscopy', '#/run']) {
      const { page, faults, close } = await openPage(browser, `${run.url}/${address}`)
      await page.locator('.letter .text-page, .result, .bars').first().waitFor()
      await page.waitForTimeout(300)
      expect(await page.evaluate('window.harmed')).toBeUndefined()
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(faults).toEqual([])
      if (address.includes('case')) expect(await page.locator('.letter').textContent()).toContain('<img src=x')
      await close()
    }
  })
})

describe('doubts', () => {
  it('come first on request, and are visited one by one, wrapping around at the end', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search?sort=doubtful`)
    const badge = await page.locator('.result').first().locator('.badge', { hasText: 'doubt' }).textContent()
    expect(Number.parseInt(badge!, 10)).toBeGreaterThan(0)
    await page.locator('.result h2 a').first().click()
    await page.locator('.value .badge.doubt').first().waitFor()
    // The first letter has a decision without a reason: what is missing is shown because it is doubtful.
    expect(await page.locator('.value[data-pointer$="/reasons"]').first().textContent()).toContain('–')
    const doubtful = await page
      .locator('.value:has(.badge.doubt)')
      .evaluateAll(all => all.map(one => one.getAttribute('data-pointer')))
    for (const pointer of [...doubtful, doubtful[0]]) {
      await page.keyboard.press('d')
      await page.locator(`.value[aria-pressed=true][data-pointer="${pointer}"]`).waitFor()
    }
    await page.goto(`${run.url}/#/case/CM16-9000001`)
    await page.locator('.case-head h1', { hasText: 'CM16-9000001' }).waitFor()
    expect(await page.locator('.next-doubt').isVisible()).toBe(false)
    await close()
  })
})

describe('a correction', () => {
  it('is saved, shown after a reload, and counted by evaluate', async () => {
    const { page, faults, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/diagnoses/0/assertion`)
    await page.getByRole('button', { name: 'Change …' }).click()
    await page.locator('.correction select').selectOption('possible')
    await page.getByLabel('Your name').fill('A. Reader')
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .locator('.value[data-pointer="/diagnoses/0/assertion"] .said', { hasText: 'changed to possible' })
      .waitFor()
    await page.getByRole('button', { name: 'All correct: Diagnoses' }).click()
    await page.reload()
    await page
      .locator('.value[data-pointer="/diagnoses/0/assertion"] .said', { hasText: 'changed to possible' })
      .waitFor()
    const record = recordsOf(run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000003')!
    const kept = readCorrections(run.folder).get(record.id)!
    expect(kept.map(({ action, by }) => [action, by])).toEqual([
      ['change', 'A. Reader'],
      ['accept', 'A. Reader'],
    ])
    const gold = goldOf(record, kept)!
    expect(Object.keys(gold)).toEqual(['diagnoses'])
    const scores = evaluate(new Map([['one', gold]]), new Map([['one', record]]))
    expect(scores.misses.get('one')).toEqual([
      expect.objectContaining({ field: 'diagnoses.assertion', expected: 'possible', got: 'present' }),
    ])
    expect(faults).toEqual([])
    await close()
  })

  it('adds what is selected in the letter, with its place, and can be revoked', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000009`)
    await page.locator('.text-page').first().waitFor()
    await page.evaluate(`{
      const stretch = [...document.querySelectorAll('.text-page span')].find(one => one.textContent.includes('denied the arthroscopy'))
      const at = stretch.textContent.indexOf('arthroscopy')
      getSelection().setBaseAndExtent(stretch.firstChild, at, stretch.firstChild, at + 'arthroscopy'.length)
    }`)
    await page.getByRole('button', { name: 'Add to Treatments' }).click()
    expect(await page.locator('.correction textarea').first().inputValue()).toBe('arthroscopy')
    await page.locator('.correction select').first().selectOption('surgery')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.added', { hasText: 'arthroscopy' }).waitFor()
    const record = recordsOf(run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000009')!
    const [added] = readCorrections(run.folder).get(record.id)!
    const stretches = `[...document.querySelectorAll('[data-start]')].map(one => one.textContent).join('')`
    const text = String(await page.evaluate(stretches))
    const { start, end } = added!.places![0]!
    expect(text.slice(start, end)).toBe('arthroscopy')
    await close()
  })

  it('starts from the last correction of the value, and an unchanged value counts as accepted', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000002/diagnoses/0/assertion`)
    const record = recordsOf(run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000002')!
    const read = record.diagnoses[0]!.assertion
    const badge = page.locator('.value[data-pointer="/diagnoses/0/assertion"] .said')
    const change = page.getByRole('button', { name: 'Change …' })
    const choice = page.locator('.correction select')
    await change.click()
    await choice.selectOption(read === 'absent' ? 'present' : 'absent')
    await page.getByRole('button', { name: 'Save' }).click()
    await badge.filter({ hasText: 'changed' }).waitFor()
    await change.click()
    expect(await choice.inputValue()).not.toBe(read)
    await choice.selectOption(read)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() =>
        readCorrections(run.folder)
          .get(record.id)
          ?.map(({ action }) => action),
      )
      .toEqual(['change', 'accept'])
    await close()
  })

  it('that is invalid in a record is refused, and the input stays', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/dates/injury`)
    await page.getByRole('button', { name: 'Change …' }).click()
    const box = page.locator('.correction input').first()
    await box.evaluate(element => element.removeAttribute('pattern'))
    await box.fill('last spring')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.correction .error', { hasText: 'E_VALUE' }).waitFor()
    expect(await box.inputValue()).toBe('last spring')
    await close()
  })
})

describe('the run', () => {
  it('shows what was rejected, with a link to the file, and charts that link to their cases', async () => {
    const { page, faults, close } = await openPage(browser, `${run.url}/#/run`)
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
    await page.goto(`${run.url}/#/run`)
    await page.getByRole('link', { name: 'no-letter.txt' }).click()
    await page.locator('.text-page', { hasText: 'A note on <b>knees</b>' }).waitFor()
    expect(faults).toEqual([])
    await close()
  })
})

describe('a run that ends while it is viewed', () => {
  it('can be searched without a restart', async () => {
    const growing = await serveRun(join(CORPUS, 'CM16-9000003.pdf'))
    const { page, close } = await openPage(browser, `${growing.url}/#/search`)
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
      const { page, close } = await openPage(browser, `${run.url}/${address}`, {
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
  const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/diagnoses/0/text`)
  await page.getByRole('button', { name: 'Add to Diagnoses' }).click()
  await page.locator('.correction').waitFor()
  expect(await violations(page)).toEqual([])
  await close()
})
