import type { CaseFacts, Message } from '../../document/index.ts'
import { contradictsSex, namesNoDay, statedDays } from '../../extractors/index.ts'
import { doubt } from './doubt.ts'

/** Contradictions between the summary and the header, or within the summary, that a careful reader would query. */
export function statedDoubts(facts: CaseFacts, opening: string): Message[] {
  const summary = facts.clinicalCaseSummary ?? ''
  return [
    ...dayDoubts(facts, summary),
    ...impossible(opening, summary),
    ...implausible(facts),
    ...sexDoubts(facts, summary),
  ]
}

const CALLED = { injury: 'of injury', urDenial: 'of the denial' } as const

/** "an industrial injury on 3-2-16" in a letter whose header says another day. */
function dayDoubts({ dates }: CaseFacts, summary: string): Message[] {
  const stated = statedDays(summary)
  return (['injury', 'urDenial'] as const).flatMap(field => {
    const days = stated.filter(day => day.field === field).map(({ iso }) => iso)
    if (days.length === 0 || dates[field] === null || days.includes(dates[field])) return []
    return [
      doubt(
        'date/contradiction',
        'warning',
        `/dates/${field}`,
        `the summary gives another date ${CALLED[field]}: ${days[0]}`,
      ),
    ]
  })
}

/** A header date that does not exist may have been misread; the prose may have the right one. */
function impossible(opening: string, summary: string): Message[] {
  const where = [...(namesNoDay(opening) ? ['header'] : []), ...(namesNoDay(summary) ? ['summary'] : [])]
  return where.map(part =>
    doubt('date/impossible', 'warning', '/dates', `the ${part} contains a date that does not exist`),
  )
}

// Reviews began in 2013, and the injuries reviewed go back some decades.
const EARLIEST = { injury: '1950', urDenial: '2012', applicationReceived: '2013', assigned: '2013', decision: '2013' }
const LATEST = '2050'
/** Nobody is hurt at work before this age. */
const YOUNGEST = 14

function implausible({ dates, worker }: CaseFacts): Message[] {
  const fields = Object.keys(EARLIEST) as (keyof typeof EARLIEST)[]
  const far = fields.filter(
    field => dates[field] !== null && (dates[field] < EARLIEST[field] || dates[field] >= LATEST),
  )
  const messages = far.map(field =>
    doubt('date/implausible', 'warning', `/dates/${field}`, 'outside the years of these letters'),
  )
  return far.length === 0 && isChild(dates, worker.age)
    ? [doubt('date/implausible', 'warning', '/dates/injury', 'the worker would have been a child on this date')]
    : messages
}

function isChild({ injury, decision }: CaseFacts['dates'], age: number | null): boolean {
  if (injury === null || decision === null || age === null) return false
  return age - (Number(decision.slice(0, 4)) - Number(injury.slice(0, 4))) < YOUNGEST
}

const sexDoubts = ({ worker }: CaseFacts, summary: string): Message[] =>
  worker.sex !== null && contradictsSex(summary, worker.sex)
    ? [
        doubt(
          'worker/contradiction',
          'warning',
          '/worker/sex',
          'a sentence of the summary begins with the pronoun of the other sex',
        ),
      ]
    : []
