import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Tells the place in which process ids of this process mean something from all others: two containers may have one host
 * name, and one machine is another after it was started anew.
 */
export const MACHINE: string = createHash('sha256')
  .update(JSON.stringify([hostname(), told(bootId), told(processIds)]))
  .digest('hex')
  .slice(0, 8)

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
}

/** The namespace of process ids that this process sees. */
function processIds(): string {
  return readlinkSync('/proc/self/ns/pid')
}

/** '' on systems that do not say. */
function told(ask: () => string): string {
  try {
    return ask()
  } catch {
    return ''
  }
}
