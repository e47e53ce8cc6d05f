import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldOf, readCorrections } from '../../corrections/index.ts'
import { evaluate } from '../../evaluation/index.ts'
import { openPage, recordsOf, sharedHostile } from './support.ts'

const shared = sharedHostile()

describe('a case', () => {
  it('draws the page, highlights the value in the address, and links both sides', async () => {
    const { page, faults, close } = await openPage(
      shared.browser,
      `${shared.run.url}/#/case/CM16-9000003/diagnoses/0/text`,
    )
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
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM16-9000003/disputedItems/0/text`)
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
    const [name] = readdirSync(shared.run.letters).filter(one => one === 'CM17-9000006.pdf')
    writeFileSync(join(shared.run.letters, name!), 'another file of the same name')
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM17-9000006`)
    await page.locator('.letter .note', { hasText: 'removed or changed' }).waitFor()
    expect(await page.locator('.text-page .stretch').count()).toBeGreaterThan(20)
    await close()
  })

  it('shows markup in a letter as text, and runs none of it', async () => {
    for (const address of ['#/case/CM16-9000099', '#/search?q=arthroscopy', '#/run']) {
      const { page, faults, close } = await openPage(shared.browser, `${shared.run.url}/${address}`)
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

describe('a correction', () => {
  it('is saved, shown after a reload, and counted by evaluate', async () => {
    const { page, faults, close } = await openPage(
      shared.browser,
      `${shared.run.url}/#/case/CM16-9000003/diagnoses/0/assertion`,
    )
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
    const record = recordsOf(shared.run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000003')!
    const kept = readCorrections(shared.run.folder).get(record.id)!
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
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM16-9000009`)
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
    const record = recordsOf(shared.run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000009')!
    const [added] = readCorrections(shared.run.folder).get(record.id)!
    const stretches = `[...document.querySelectorAll('[data-start]')].map(one => one.textContent).join('')`
    const text = String(await page.evaluate(stretches))
    const { start, end } = added!.places![0]!
    expect(text.slice(start, end)).toBe('arthroscopy')
    await page.getByRole('button', { name: 'Undo: arthroscopy' }).click()
    await page.locator('.added').waitFor({ state: 'detached' })
    expect(readCorrections(shared.run.folder).get(record.id)!.at(-1)).toMatchObject({
      action: 'withdraw',
      of: added!.id,
    })
    await close()
  })

  it('of a whole letter or part can be revoked', async () => {
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM16-9000001`)
    const record = recordsOf(shared.run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000001')!
    const gold = () => goldOf(record, readCorrections(shared.run.folder).get(record.id) ?? [])
    for (const [mark, undo] of [
      ['Mark letter as checked', /^Checked by .*: undo$/],
      ['All correct: Diagnoses', 'Undo: Diagnoses'],
    ] as const) {
      await page.getByRole('button', { name: mark }).click()
      await page.getByRole('button', { name: undo }).waitFor()
      expect(gold(), mark).not.toBeNull()
      await page.reload()
      await page.getByRole('button', { name: undo }).click()
      await page.getByRole('button', { name: mark }).waitFor()
      expect(gold(), mark).toBeNull()
    }
    await close()
  })

  it('starts from the last correction of the value, and an unchanged value counts as accepted', async () => {
    const { page, close } = await openPage(
      shared.browser,
      `${shared.run.url}/#/case/CM16-9000002/diagnoses/0/assertion`,
    )
    const record = recordsOf(shared.run.folder).find(({ caseNumber }) => caseNumber === 'CM16-9000002')!
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
        readCorrections(shared.run.folder)
          .get(record.id)
          ?.map(({ action }) => action),
      )
      .toEqual(['change', 'accept'])
    await close()
  })

  it('that is invalid in a record is refused, and the input stays', async () => {
    const { page, close } = await openPage(shared.browser, `${shared.run.url}/#/case/CM16-9000003/dates/injury`)
    await page.getByRole('button', { name: 'Change …' }).click()
    const box = page.getByLabel('date of injury')
    const how = 'Year, month and day, as in 2016-12-31'
    expect(await page.locator('.correction .help').first().textContent()).toContain(how)
    expect(await box.getAttribute('title')).toBe(how)
    await box.evaluate(element => element.removeAttribute('pattern'))
    await box.fill('last spring')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.correction .error', { hasText: 'E_VALUE' }).waitFor()
    expect(await box.inputValue()).toBe('last spring')
    await close()
  })
})
