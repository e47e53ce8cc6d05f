import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Identifies the scope in which process ids are valid: two containers may share a host name, and ids start anew when a
 * machine reboots.
 */
export const MACHINE: string = createHash('sha256')
  .update(JSON.stringify([hostname(), orEmpty(bootId), orEmpty(processIds)]))
  .digest('hex')
  .slice(0, 8)

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
}

/** The process id namespace of this process. */
function processIds(): string {
  return readlinkSync('/proc/self/ns/pid')
}

/** '' where the system does not provide it. */
function orEmpty(ask: () => string): string {
  try {
    return ask()
  } catch {
    return ''
  }
}
