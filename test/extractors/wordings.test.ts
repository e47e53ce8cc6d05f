import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DisputedItem, Draft } from '../../document/index.ts'
import { diagnoses } from '../../extractors/diagnoses/index.ts'
import { classify, drug, itemSites, sessions } from '../../extractors/items/index.ts'
import { treatments } from '../../extractors/treatments/index.ts'

/** Invented sentences in the style of the letters, one per line, each with what a careful reader takes from it. */
const rows = (name: string): [sentence: string, expected: string][] =>
  readFileSync(new URL(`./wordings/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.includes(' =>'))
    .map(line => line.split(/ => ?/) as [string, string])

const where = (sites: Draft<DisputedItem>['sites']): string =>
  sites.map(({ part, side }) => (side ? `${side.value} ${part.value}` : part.value)).join(', ')

const read: Readonly<Record<string, (text: string) => string[]>> = {
  treatments: text =>
    treatments
      .extract(text)
      .treatments!.map(({ text, kind, status }) => `${text.value} [${kind.value}, ${status.value}]`),
  diagnoses: text =>
    diagnoses
      .extract(text)
      .diagnoses!.map(({ text, assertion, icd10, sites }) =>
        [text.value, `[${assertion.value}]`, icd10?.code.value.slice(0, 3) ?? '-', `(${where(sites)})`].join(' '),
      ),
  headings: text => {
    const { category, subcategory, kind } = classify.extract(text)
    const taken = drug.extract(text).drug
    const dose = taken && [taken.name, taken.strength, taken.quantity, taken.refills].map(each => each?.value ?? '-')
    return [
      `${category?.value} > ${subcategory?.value}, ${kind?.value}`,
      ...(dose ? [dose.join(' | ')] : []),
      `sessions ${sessions.extract(text).sessions?.value ?? '-'}`,
      `(${where(itemSites.extract(text).sites ?? [])})`,
    ]
  },
}

describe.each(Object.keys(read))('%s', name => {
  it.each(rows(name))('%s', (sentence, expected) => {
    expect(read[name]!(sentence).join(' ; ')).toBe(expected)
  })
})
