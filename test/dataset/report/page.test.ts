import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startQuality } from '../../../dataset/quality/quality.ts'
import { ofReasons } from '../../../dataset/report/reasons.ts'
import { renderReport } from '../../../dataset/report/render.ts'
import { startStatistics } from '../../../dataset/report/statistics.ts'
import type { CaseRecord } from '../../../document/index.ts'
import { recordOf } from '../support.ts'

const plain = recordOf('plain')
const [item] = plain.disputedItems
const CANARY = `<script>alert("x")</script> & 'co'`

/** Enough letters for every chart, of two years, some with a drug that must not be named. */
const many = Array.from({ length: 40 }, (_, at) =>
  recordOf(String(at), {
    dates: { ...plain.dates, decision: at % 2 === 0 ? '2016-06-02' : '2017-06-02' },
    disputedItems: [
      {
        ...item!,
        category: 'Pharmaceuticals',
        subcategory: 'Opioids',
        decision: at % 3 === 0 ? 'overturned' : 'upheld',
        drug: { name: CANARY, strength: null, quantity: null, refills: null, ingredients: [CANARY] },
        claimsAdministrator: item!.reviewer,
      },
    ],
  }),
)

function pageOf(records: readonly CaseRecord[]): string {
  const [statistics, quality] = [startStatistics(), startQuality()]
  for (const record of records) for (const sums of [statistics, quality]) sums.addRecord(record)
  const items = records.reduce((sum, { disputedItems }) => sum + disputedItems.length, 0)
  const letters = records.length
  const ingested = {
    inputs: letters,
    records: letters,
    further: 0,
    rejections: 0,
    duplicates: 0,
    partial: 0,
    items,
    repeated: 0,
  }
  return renderReport(statistics.statistics(), quality.quality(ingested, null))
}

describe.each([
  ['of no letter', []],
  ['of one letter', [plain]],
  ['of many letters', many],
])('a report %s', (_name, records) => {
  const page = pageOf(records)

  it('is well formed', () => {
    expect(faultsOf(page)).toEqual([])
  })

  it('needs no network and no script', () => {
    expect(page).not.toMatch(/https?:|\/\/[a-z]|<script|<link|@import|url\(|javascript:| on[a-z]+=/i)
  })

  it('has a policy that lets in its own style and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.replaceAll('&#39;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    )
  })

  it('has a table for every chart, and a text alternative', () => {
    for (const figure of page.matchAll(/<figure>[\s\S]*?<\/figure>/g)) {
      expect(figure[0]).toMatch(/<details><summary>[\s\S]*<table>[\s\S]*<tbody>\s*<tr>/)
      for (const svg of figure[0].matchAll(/<svg[^>]*>/g)) expect(svg[0]).toMatch(/role="img" aria-label="[^"]{20,}"/)
    }
  })

  it('has the same bytes when made again', () => {
    expect(pageOf(records)).toBe(page)
  })

  it('has no duplicate id', () => {
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), match => match[1])
    expect(ids).toEqual([...new Set(ids)])
  })

  it('has no invalid number', () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

describe('the page', () => {
  it('escapes text from letters in charts, tables and prose', () => {
    const page = pageOf(many)
    const escaped = page.match(/&lt;script&gt;alert\(/g) ?? []
    expect(escaped.length).toBeGreaterThanOrEqual(5)
    expect(page).not.toContain('alert("x")</')
  })

  it('shows the full text of a shortened name on hover', () => {
    const long = `${'A guideline with a title that is long & winding, '.repeat(2)}second edition`
    const [record] = many
    const reviewer = { ...record!.disputedItems[0]!.reviewer }
    const cited = { ...reviewer.citations[0]!, title: long }
    const titled = many.map(one => ({
      ...one,
      disputedItems: one.disputedItems.map(item => ({ ...item, reviewer: { ...reviewer, citations: [cited] } })),
    }))
    const titles = pageOf(titled).match(/…<title>[^<]*<\/title><\/text>/g) ?? []
    expect(titles.length).toBeGreaterThanOrEqual(2)
    expect(titles[0]).toContain(long.replaceAll('&', '&amp;'))
  })

  it('draws every chart wide and narrow', () => {
    const page = pageOf(many)
    const count = (pattern: RegExp) => page.match(pattern)?.length
    expect(count(/<svg class="wide"/g)).toBe(count(/<figure>/g))
    expect(count(/<svg class="narrow"/g)).toBe(count(/<figure>/g))
  })

  it('uses named colours only, so that dark mode and print can change them', () => {
    const drawings = pageOf(many)
      .match(/<svg[\s\S]*?<\/svg>/g)!
      .join('')
    const colours = new Set(Array.from(drawings.matchAll(/(?:fill|stroke)="([^"]*)"/g), match => match[1]))
    expect([...colours].filter(colour => !/^(?:none|var\(--[a-z]+\))$/.test(colour!))).toEqual([])
  })

  it('shows why denials are upheld and overturned, with shares and intervals', () => {
    const page = pageOf(many)
    expect(page).toContain('<h2>Why denials are upheld</h2>')
    expect(page).toMatch(/<h2>Why denials are overturned<[\s\S]*criteria met<\/th><td>14<\/td><td>100.0%<\/td>/)
  })

  it('says of which items the shares of reasons are', () => {
    const [first, ...others] = many.filter(({ disputedItems }) => disputedItems[0]!.decision === 'upheld')
    const unread = { ...first!, disputedItems: first!.disputedItems.map(item => ({ ...item, reasons: [] })) }
    expect(pageOf([unread, ...others])).toContain(ofReasons('upheld', others.length, 1))
  })

  it('shows no rate of a few', () => {
    const page = pageOf([plain])
    expect(page).toContain('<td>1</td><td>1</td><td>few</td><td>–</td>')
    expect(page).not.toContain('100.0% of')
  })
})

const VOID = new Set(['meta'])

/** Tags that are not closed in order, unquoted attributes, and unescaped characters. */
function faultsOf(page: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  const text = page.replace(/<style>[\s\S]*?<\/style>/, '')
  for (const [whole, end, name = '', rest = ''] of text.matchAll(/<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*)>/gi)) {
    if (end) {
      if (open.pop() !== name) faults.push(whole)
    } else if (!rest.endsWith('/')) open.push(name)
    else if (!VOID.has(name)) faults.push(whole)
    if (!/^(?: [a-zA-Z:-]+="[^"<]*")*(?: \/)?\s*$/.test(rest)) faults.push(whole)
  }
  const bare = text.replace(/<!doctype html>|<\/?[a-z0-9]+(?:"[^"]*"|[^">])*>/gi, '')
  return [...faults, ...open, ...(bare.match(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/g) ?? [])]
}
