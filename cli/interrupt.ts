/** How an operator ends a command: the first signal lets it finish what is in hand, the second ends it at once. */
export interface Interrupt {
  readonly signal: AbortSignal
  /** By the convention of shells, 128 plus the number of the signal. */
  readonly exitCode: () => number
}

const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const

/** Handles the first signal of each kind; `say` shows what it does. */
export function onInterrupt(say: (line: string) => void): Interrupt {
  const stop = new AbortController()
  let exitCode = 0
  for (const [name, number] of Object.entries(NUMBERS))
    process.once(name, () => {
      exitCode = 128 + number
      say('stopping when the current letters are done; another signal stops it at once')
      stop.abort(new Error('interrupted'))
    })
  return { signal: stop.signal, exitCode: () => exitCode }
}
