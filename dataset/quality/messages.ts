import type { Sum } from './sum.ts'
import { startTally } from './tally.ts'

/** How often one kind of message occurs, and in how many letters. */
export interface MessageCount {
  readonly code: string
  readonly severity: string
  readonly messages: number
  readonly letters: number
}

/** Counts messages by code and severity. */
export function messages(): Sum<readonly MessageCount[]> {
  const counts = startTally(() => ({ messages: 0, letters: 0 }))
  return {
    add: record => {
      const names = record.messages.map(({ code, severity }) => `${code} ${severity}`)
      for (const name of names) counts.of(name).messages++
      for (const name of new Set(names)) counts.of(name).letters++
    },
    total: () =>
      counts.entries().map(([name, count]) => {
        const [code = '', severity = ''] = name.split(' ')
        return { code, severity, ...count }
      }),
  }
}
