import { expect, test } from 'vitest'
import { type Alarm, alarmText, openAlarm } from '../../../workers/monitoring/alarm.ts'
import type { Ending } from '../../../workers/results/endings.ts'

const RECORD: Ending = { kind: 'record', code: null }
const PARTIAL: Ending = { kind: 'partial', code: null }
const REJECTED: Ending = { kind: 'rejection', code: 'E_NO_TEXT' }

/** One in `every` letters has the other ending. */
const ends = (count: number, every: number, other: Ending): Ending[] =>
  Array.from({ length: count }, (_, at) => (at % every === every - 1 ? other : RECORD))

function alarms(...all: Ending[][]): Alarm[] {
  const alarm = openAlarm()
  return all.flat().flatMap(end => alarm(end))
}

test('a constant share is no alarm, whether small or large', () => {
  for (const every of [1, 2, 3, 10, 1000]) expect(alarms(ends(5000, every, REJECTED))).toEqual([])
})

test('a share that jumps is reported once, with the code, and again after it came down', () => {
  const calm = () => ends(1000, 50, REJECTED)
  const found = alarms(calm(), ends(400, 2, REJECTED), calm(), ends(400, 2, REJECTED))
  expect(found.map(({ what, code }) => [what, code])).toEqual([
    ['rejected', 'E_NO_TEXT'],
    ['rejected', 'E_NO_TEXT'],
  ])
  expect(alarmText(found[0]!)).toMatch(
    /^alarm: 1\d% of the last 200 letters were rejected, 2% of those before; mostly E_NO_TEXT$/,
  )
})

test('partial records are watched too', () => {
  const [alarm, ...more] = alarms(ends(500, 100, PARTIAL), ends(300, 3, PARTIAL))
  expect(alarm).toMatchObject({ what: 'partial', code: null })
  expect(more).toEqual([])
})

test('there is none until there is something to compare with', () => {
  expect(alarms(ends(200, 200, RECORD), ends(199, 1, REJECTED))).toEqual([])
})
