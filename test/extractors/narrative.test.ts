import { expect, it } from 'vitest'
import { span } from '../../document/index.ts'
import { heading, rationale, summary } from '../../extractors/narrative.ts'

const WORDS = 'The brace helped, 4 out of 10.'
const found = { value: WORDS, spans: [span(0, WORDS.length)], verbatim: true }

it('takes a summary, a heading and a rationale whole, as they are', () => {
  expect(summary.extract(WORDS)).toMatchObject({ clinicalCaseSummary: found })
  expect(heading.extract(WORDS)).toMatchObject({ text: found })
  expect(rationale.extract(WORDS)).toMatchObject({ rationale: found })
})
