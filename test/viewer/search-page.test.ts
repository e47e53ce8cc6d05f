import { describe, expect, it } from 'vitest'
import { openPage, sharedHostile } from './support.ts'

const shared = sharedHostile()

describe('search', () => {
  it('finds by words and facet, keeps the whole query in the address, and links to a case', async () => {
    const { page, faults, close } = await openPage(shared.browser, shared.run.url)
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
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/search?q=acupuncture`)
    await page.locator('.result').first().waitFor()
    for (const result of await page.locator('.result').all())
      expect((await result.locator('mark').first().textContent())?.toLowerCase()).toContain('acupunct')
    await close()
  })

  it('links from mentions to items, removes filters, and names the source of a clause', async () => {
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/search?q=acupuncture&f.decision=upheld`)
    await page.getByRole('link', { name: /^Only the \d+ that ha(?:s|ve) these words in the item$/ }).click()
    await expect.poll(() => page.url()).toContain('in=item')
    // The address changes before the results do.
    const unmarked = page.locator('.result').filter({ hasNot: page.locator('h2 mark') })
    await expect.poll(() => unmarked.count()).toBe(0)
    expect(await page.locator('.result').count()).toBeGreaterThan(0)
    await page.goto(`${shared.run.url}/#/search?q=acupuncture&f.decision=upheld&in=treatments`)
    await page.locator('.clause b', { hasText: 'Treatments:' }).first().waitFor()
    await page.getByRole('link', { name: 'Remove the filter Decision: upheld' }).click()
    await expect.poll(() => page.url()).not.toContain('f.decision')
    await close()
  })

  it('moves from case to case among the results, and back to them', async () => {
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/search?q=acupuncture`)
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
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/search?sort=newest`)
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

describe('doubts', () => {
  it('come first on request, and are visited one by one, wrapping around at the end', async () => {
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/search?sort=doubtful`)
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
    await page.goto(`${shared.run.url}/#/case/CM16-9000001`)
    await page.locator('.case-head h1', { hasText: 'CM16-9000001' }).waitFor()
    expect(await page.locator('.next-doubt').isVisible()).toBe(false)
    await close()
  })
})
