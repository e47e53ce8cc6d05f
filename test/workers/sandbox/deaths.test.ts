import { describe, expect, test } from 'vitest'
import { type Death, deathOf, spentIn, verdict } from '../../../workers/sandbox/deaths.ts'

const about = { late: undefined, alone: false, took: 3 }
const killed = deathOf('SIGKILL', about)
const exited = deathOf(null, about)
const hoarded = deathOf('SIGABRT', about)
const late = deathOf('SIGKILL', { ...about, late: { busy: false } })
const hung = deathOf('SIGKILL', { ...about, late: { busy: true } })
const alone = deathOf('SIGSEGV', { ...about, alone: true })

test('a signal that nobody here sent is a kill from outside', () => {
  expect([killed, deathOf('SIGTERM', about)].map(({ cause }) => cause)).toEqual(['kill', 'kill'])
  expect([exited, hoarded, late].map(({ cause }) => cause)).toEqual(['exit', 'memory', 'time'])
})

describe('a letter in which children died', () => {
  const codeOf = (deaths: readonly Death[]) => verdict(deaths, 'read')?.code
  const four = [killed, killed, killed, killed]

  test.each([
    ['hung, computing', [hung], 'E_TIMEOUT'],
    ['ran out of memory in a fresh child', [alone], 'E_MEMORY'],
    ['exited twice', [exited, exited], 'E_INTERNAL'],
    ['ran out of memory twice', [hoarded, hoarded], 'E_MEMORY'],
    ['had no time left for what it did first', [hoarded, late], 'E_MEMORY'],
    ['was killed five times', [...four, killed], 'E_INTERNAL'],
    ['exited twice, with kills between', [exited, killed, killed, exited], 'E_INTERNAL'],
    ['hung after kills', [...four, hung], 'E_TIMEOUT'],
  ])('is rejected: %s', (_, deaths, code) => {
    expect(codeOf(deaths)).toBe(code)
  })

  test.each([
    ['exited once', [exited]],
    ['waited for a suspended machine', [late]],
    ['came after letters that left little memory', [hoarded]],
    ['was killed four times', four],
    ['exited once, and was killed before and after', [killed, exited, killed]],
  ])('gets another attempt: %s', (_, deaths) => {
    expect(codeOf(deaths)).toBeUndefined()
  })
})

test('kills from outside take nothing from the time of a letter', () => {
  expect(spentIn([killed, exited, killed])).toBe(3)
})
