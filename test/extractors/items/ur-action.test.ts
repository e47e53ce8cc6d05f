import { expect, test } from 'vitest'
import { urAction } from '../../../extractors/items/index.ts'
import { read } from './plain.ts'

const REMAINING = 'The remaining IMR eligible portion of the original request'

test.each([
  [
    'all denied',
    'Aquatic therapy, 9 visits',
    ['denied', 'Aquatic therapy, 9 visits', null, 'Aquatic therapy, 9 visits'],
  ],
  [
    'a part left over',
    `Zyxomol 5mg #90 was the original request. Zyxomol 5mg #60 was authorized by the Claims Administrator. ${REMAINING}, Zyxomol 5mg #30`,
    ['modified', 'Zyxomol 5mg #90', 'Zyxomol 5mg #60', 'Zyxomol 5mg #30'],
  ],
  [
    'plurals, "is" and a closing comma',
    `Ten visits were the original request. Four visits were authorized by the Claims Administrator. ${REMAINING} is six visits,`,
    ['modified', 'Ten visits', 'Four visits', 'six visits'],
  ],
  [
    'something else allowed',
    'Purchase of a scooter was the original request. The Claims Administrator authorized a cane, leaving the original request IMR eligible. The original request, purchase of a scooter',
    ['modified', 'Purchase of a scooter', 'a cane', 'purchase of a scooter'],
  ],
  [
    'a part allowed and a part left over',
    `Massage 12 visits was the original request. The Claims Administrator authorized 8 visits, leaving the remaining 4 visits. ${REMAINING}, 4 visits`,
    ['modified', 'Massage 12 visits', '8 visits', '4 visits'],
  ],
  ...[
    ['originally requested', 'authorized', 'Claims Administrator', `${REMAINING}: `],
    ['requested', 'approved', 'the Claims Administrator', `${REMAINING}, `],
    ['the original request', 'certified', 'the UR', 'The remaining portion of the original request, '],
    ['the original request', 'certified', 'utilization review', 'The remaining IMR-eligible portion is for '],
  ].map(([requested, allowed, who, rest]): [string, string, (string | null)[]] => [
    `${requested}, ${allowed} by ${who}`,
    `Ten visits was ${requested}. Four visits was ${allowed} by ${who}. ${rest}six visits`,
    ['modified', 'Ten visits', 'Four visits', 'six visits'],
  ]),
  ['in brackets', 'Ten visits (modified to four visits)', ['modified', 'Ten visits', 'four visits', 'Ten visits']],
  ...[
    'Ten visits was modified to four visits',
    'Ten visits, modified to four visits by UR',
    'Ten visits was the original request. Four visits was authorized by the Claims Administrator.',
    'Ten visits (four visits certified)',
    'Ten visits (approved: four visits)',
    'Ten visits with four visits authorized',
    'Ten visits; UR approved four visits',
    'Ten visits. The Claims Administrator modified this request to four visits.',
  ].map((text): [string, string, (string | null)[]] => [
    text,
    text,
    ['modified', 'Ten visits', text.match(/four visits/i)![0], 'Ten visits'],
  ]),
  ...[
    'Ten visits (not certified)',
    'Ten visits (two not authorized)',
    'Ten visits (two previously approved)',
    'A scooter modified to fit a ramp',
  ].map((text): [string, string, (string | null)[]] => [`no part: ${text}`, text, ['denied', text, null, text]]),
  [
    'not in brackets behind',
    'Brace (modified to fit) for the knee',
    ['denied', 'Brace (modified to fit) for the knee', null, 'Brace (modified to fit) for the knee'],
  ],
])('%s', (_, text, [action, requested, authorized, disputed]) => {
  expect(read(urAction, text as string)).toEqual({ urAction: action, requested, authorized, disputed })
})

test('points to the words of each part', () => {
  const text = `Two braces was the original request. One brace was authorized by the Claims Administrator. ${REMAINING}, one brace`
  const { disputed, authorized } = urAction.extract(text)
  expect([disputed, authorized].map(part => text.slice(part!.spans[0]!.start, part!.spans[0]!.end))).toEqual([
    'one brace',
    'One brace',
  ])
})

test('an empty heading yields nothing', () => {
  expect(urAction.extract('  ')).toEqual({})
})
