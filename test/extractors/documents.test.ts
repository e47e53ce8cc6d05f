import { expect, it } from 'vitest'
import { documents } from '../../extractors/documents.ts'

const read = (text: string): unknown => {
  const lines = text.split('\n')
  const starts = lines.map((_, at) => lines.slice(0, at).join(' ').length + (at === 0 ? 0 : 1))
  const { documentsReviewed = [] } = documents.extract(text.replaceAll('\n', ' '), starts)
  return (documentsReviewed as readonly { value: string }[]).map(({ value }) => value)
}

it.each([
  ['bullets', '• Application for review • Records of 1/4/13', ['Application for review', 'Records of 1/4/13']],
  ['bullets of a symbol font', '\uf0b7 Application\n\uf0b7 Records', ['Application', 'Records']],
  [
    'a bullet over two lines',
    '• Records from a clinic\nin Fresno\n• Letter',
    ['Records from a clinic in Fresno', 'Letter'],
  ],
  ['numbers', '1. Application 2. Records of 6. 7. 2013', ['Application', 'Records of 6. 7. 2013']],
  ['numbers with brackets', '1) Application\n2) Records', ['Application', 'Records']],
  ['one number', '1. Application', ['Application']],
  ['dashes', '- Application\n- Follow-up of 1/4/13 - 2/4/13', ['Application', 'Follow-up of 1/4/13 - 2/4/13']],
  ['a first bullet that was not recognized', 'Application\n• Records of 1/4/13', ['Application', 'Records of 1/4/13']],
  ['an introduction before bullets', 'These were sent: • Application • Records', ['Application', 'Records']],
  ['semicolons', 'Application; records of 1/4/13;\nthe MTUS', ['Application', 'records of 1/4/13', 'the MTUS']],
  [
    'lines',
    'Application\nRecords from\nFresno Clinic\nLetter',
    ['Application', 'Records from Fresno Clinic', 'Letter'],
  ],
  ['nothing', '', []],
])('%s', (_name, text, expected) => {
  expect(read(text)).toEqual(expected)
})
