import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCorrections } from '../../corrections/index.ts'
import { CORPUS, openBrowser, openPage, recordsOf, type ServedRun, serveRun, violations } from './support.ts'

let browser: Browser
let run: ServedRun

beforeAll(async () => {
  browser = await openBrowser()
  run = await serveRun(CORPUS)
}, 120_000)

afterAll(async () => {
  await run?.close()
  await browser?.close()
})

describe('an address that leads nowhere', () => {
  it.each(['#/nope', '#/run/nope', '#/search/nope', '#nope', '#/case', 'nope'])('says so: %s', async address => {
    const { page, close } = await openPage(browser, `${run.url}/${address}`)
    await page.locator('.note', { hasText: 'There is no such page.' }).waitFor()
    expect(await page.locator('.result').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Search decisions' }).click()
    await page.locator('.result').first().waitFor()
    await close()
  })

  it('says so of a case, and of a value that the record does not have', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-0000000`)
    await page.locator('.note', { hasText: 'There is no such case' }).waitFor()
    await page.goto(`${run.url}/#/case/CM16-9000003/diagnoses/99`)
    await page.getByRole('alert').filter({ hasText: 'no value at /diagnoses/99' }).waitFor()
    await page.keyboard.press('e')
    await page.keyboard.press('a')
    expect(await page.locator('.correction').count()).toBe(0)
    const record = recordsOf(run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000003')!
    expect(readCorrections(run.folder).get(record.id)).toBeUndefined()
    await close()
  })

  it('is not that of the content, to which one can skip', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003`)
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('main:focus').waitFor()
    expect(await page.locator('.case-head').count()).toBe(1)
    await close()
  })
})

describe('the way back to results', () => {
  it.each(['the link', 'the button of the browser'])('leads to where they were left, by %s', async way => {
    const { page, close } = await openPage(browser, `${run.url}/#/search`)
    const left = page.locator('.result a').nth(20)
    await left.scrollIntoViewIfNeeded()
    const place = await page.evaluate('scrollY')
    expect(place).toBeGreaterThan(300)
    await left.click()
    await page.locator('.case-head').waitFor()
    if (way === 'the link') await page.getByRole('link', { name: '‹ Results' }).click()
    else await page.goBack()
    await page.locator('.result').nth(20).waitFor()
    await expect.poll(() => page.evaluate('scrollY')).toBe(place)
    // Other results begin at the top.
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByRole('link', { name: 'First page' }).waitFor()
    expect(await page.evaluate('scrollY')).toBe(0)
    await close()
  })
})

describe('the order of results', () => {
  it('offers the best match only if there are words to match', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/search`)
    const orders = page.locator('#sort')
    const offered = () => orders.locator('option').allTextContents()
    await orders.waitFor()
    expect(await offered()).not.toContain('Best match')
    expect(await orders.locator('option:checked').textContent()).toBe('Newest first')
    await orders.selectOption('oldest')
    await page.waitForURL(/sort=oldest/)
    await page.goto(`${run.url}/#/search?q=therapy`)
    await orders.locator('option', { hasText: 'Best match' }).waitFor({ state: 'attached' })
    expect(await orders.locator('option:checked').textContent()).toBe('Best match')
    await page.goto(`${run.url}/#/search?q=-therapy`)
    await orders.locator('option', { hasText: 'Best match' }).waitFor({ state: 'detached' })
    await close()
  })
})

describe('a case', () => {
  it('shows its record before the letter is there', async () => {
    const { page, close } = await openPage(browser, run.url)
    let answer: () => void = () => undefined
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route('**/letter', async route => {
      await held
      await route.continue()
    })
    await page.goto(`${run.url}/#/case/CM16-9000003/diagnoses/0/text`)
    await page.locator('.value[aria-pressed=true]').waitFor()
    await page.locator('.letter').getByRole('status').filter({ hasText: 'Opening the letter' }).waitFor()
    answer()
    await page.locator('.pdf-page.drawn .box.selected').first().waitFor()
    expect(await page.locator('.letter').getByRole('status').count()).toBe(0)
    await close()
  })

  it('names the keys only where there is a pointer, as on a desk', async () => {
    for (const isMobile of [false, true]) {
      const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003`, {
        isMobile,
        hasTouch: isMobile,
      })
      await page.locator('.inspector .help').waitFor()
      expect(await page.locator('.inspector .keys').isVisible()).toBe(!isMobile)
      await close()
    }
  })
})

describe('an edit', () => {
  it('is cancelled by Escape, and focus returns to the button that began it', async () => {
    const { page, close } = await openPage(browser, `${run.url}/#/case/CM16-9000003/diagnoses/0/text`)
    await page.locator('.value[aria-pressed=true]').waitFor()
    await page.keyboard.press('e')
    await page.locator('.correction textarea').first().fill('something else')
    await page.keyboard.press('Escape')
    await page.locator('.correction').waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Change …')
    await page.keyboard.press('e')
    expect(await page.locator('.correction textarea').first().inputValue()).not.toBe('something else')
    await close()
  })

  it('begins in the value, even if it is a list without entries', async () => {
    const records = recordsOf(run.folder)
    const at = (has: boolean) => {
      const record = records.find(one => one.disputedItems.some(({ reasons }) => reasons.length > 0 === has))!
      const item = record.disputedItems.findIndex(({ reasons }) => reasons.length > 0 === has)
      return `${run.url}/#/case/${record.caseNumber}/disputedItems/${item}/reasons`
    }
    for (const [address, focused] of [
      [`${at(true)}/0/code`, 'SELECT'],
      [at(false), 'BUTTON'],
    ] as const) {
      const { page, close } = await openPage(browser, address)
      await page.locator('.inspector dl').waitFor()
      await page.keyboard.press('e')
      await page.locator('.correction').waitFor()
      expect(await page.evaluate('document.activeElement.tagName')).toBe(focused)
      expect(await page.evaluate(`document.activeElement.closest('.field, fieldset') !== null`)).toBe(true)
      await close()
    }
  })
})
