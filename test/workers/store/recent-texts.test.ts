import { expect, it, vi } from 'vitest'
import type { CaseRecord, SourceDocument } from '../../../document/index.ts'
import { openRecentTexts } from '../../../workers/store/recent-texts.ts'
import type { Store } from '../../../workers/store/store.ts'

const text = (says: string) => ({ text: says }) as SourceDocument

function stores(most: number) {
  const disk = {
    source: vi.fn(async (): Promise<SourceDocument | undefined> => undefined),
    putSource: vi.fn(),
    putOutcome: vi.fn(),
  }
  const withTexts = openRecentTexts(most)
  return { disk, at: (out: string) => withTexts(out, disk as unknown as Store) }
}

it('a text is written, and is at hand until its letter has an outcome', async () => {
  const { disk, at } = stores(100)
  await at('/out').putSource('a', text('one'))
  expect(disk.putSource).toHaveBeenCalledWith('a', text('one'))
  expect(await at('/out').source('a')).toEqual(text('one'))
  expect(disk.source).not.toHaveBeenCalled()
  await at('/out').putOutcome('a', { records: [{} as CaseRecord] })
  expect(await at('/out').source('a')).toBeUndefined()
  expect(disk.source).toHaveBeenCalledOnce()
})

it('a text that was found on the disk is at hand, too', async () => {
  const { disk, at } = stores(100)
  disk.source.mockResolvedValue(text('one'))
  expect([await at('/out').source('a'), await at('/out').source('a')]).toEqual([text('one'), text('one')])
  expect(disk.source).toHaveBeenCalledOnce()
})

it('a text of another folder is not at hand', async () => {
  const { at } = stores(100)
  await at('/out').putSource('a', text('one'))
  expect(await at('/other').source('a')).toBeUndefined()
})

it('the oldest texts are forgotten when they are too many', async () => {
  const { at } = stores(8)
  for (const hash of ['a', 'b', 'c', 'c']) await at('/out').putSource(hash, text('four'))
  expect(await at('/out').source('a')).toBeUndefined()
  expect([await at('/out').source('b'), await at('/out').source('c')]).toEqual([text('four'), text('four')])
})
