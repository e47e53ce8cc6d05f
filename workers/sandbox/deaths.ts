import { Rejected, type Stage } from '../../document/index.ts'
import { BREACH } from './confine.ts'

/** How a child died while it read a letter. */
export interface Death {
  /** `kill` is a signal from outside: an administrator, a service manager, or the kernel of a machine without memory. */
  readonly cause: 'time' | 'memory' | 'exit' | 'kill'
  /** Whether the letter certainly caused it: then it gets no second attempt, which would take as long again. */
  readonly certain: boolean
  /** Seconds since the letter began. */
  readonly took: number
}

/** What is known of a death besides its signal. */
interface Circumstances {
  /** Set if the deadline had passed: whether the child had been computing. */
  readonly late: { readonly busy: boolean } | undefined
  /** Whether the child read nothing but this letter. */
  readonly alone: boolean
  readonly took: number
}

/** How the watchdog, the kernel or V8 end a process that exceeds its memory. */
const BREACHES: ReadonlySet<string> = new Set([BREACH, 'SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS'])

/** The death of a child that ended with a signal, or with an exit code (null). */
export function deathOf(signal: string | null, { late, alone, took }: Circumstances): Death {
  if (late) return { cause: 'time', certain: late.busy, took }
  if (signal === null) return { cause: 'exit', certain: false, took }
  if (BREACHES.has(signal)) return { cause: 'memory', certain: alone, took }
  return { cause: 'kill', certain: false, took }
}

/**
 * So many children may be killed from outside while they read the same letter. It is not the fault of the letter, but
 * one for which the kernel has no memory would otherwise be tried forever.
 */
const MOST_KILLS = 5
const KILLED = 'the process that read it was killed from outside five times'

/**
 * What to reject a letter with, in the order of the deaths in it, or undefined if it gets another attempt: one after a
 * death of its own if the cause may lie elsewhere (earlier letters that left the child with little memory, a machine
 * that was suspended), several after kills from outside.
 */
export function verdict(deaths: readonly Death[], stage: Stage): Rejected | undefined {
  if (deaths.filter(isKill).length >= MOST_KILLS) return new Rejected('E_INTERNAL', stage, KILLED)
  const [first, second] = ownDeaths(deaths)
  // The second attempt has less time, so if that runs out, the first says more.
  const telling = second && second.cause !== 'time' ? second : first
  return telling && (second || telling.certain) ? new Rejected(CODES[telling.cause], stage) : undefined
}

const CODES = { time: 'E_TIMEOUT', memory: 'E_MEMORY', exit: 'E_INTERNAL', kill: 'E_INTERNAL' } as const

/** Seconds that a letter has used in attempts that ended by themselves. */
export const spentIn = (deaths: readonly Death[]): number => ownDeaths(deaths).reduce((sum, { took }) => sum + took, 0)

const isKill = ({ cause }: Death): boolean => cause === 'kill'

const ownDeaths = (deaths: readonly Death[]): readonly Death[] => deaths.filter(death => !isKill(death))
