import { execFileSync } from 'node:child_process'

/** Two network namespaces of this machine, joined like two hosts by one cable. */
export interface Network {
  /** A command line that runs `command` on a host. */
  on(host: Host, command: readonly string[]): string[]
  /** Takes the cable out; connections stay open on both sides and hear nothing. */
  cut(): void
  restore(): void
  remove(): void
}

export type Host = keyof typeof HOSTS

/** The hosts and their addresses. */
export const HOSTS = { server: '10.213.77.1', workers: '10.213.77.2' } as const

/**
 * Sets up the network. It needs the rights of root over the network, and the command `ip`.
 *
 * @param id - makes the names of the namespaces unique on this machine; at most six characters
 * @throws what `ip` said, if it refused
 */
export function joinedHosts(id: string): Network {
  const names = { server: `imr-${id}-s`, workers: `imr-${id}-w` }
  const remove = () => {
    for (const name of Object.values(names)) quietly(() => ip('netns', 'del', name))
  }
  try {
    for (const name of Object.values(names)) ip('netns', 'add', name)
    ip(
      ...['-n', names.server, 'link', 'add', names.server, 'type', 'veth'],
      ...['peer', 'name', names.workers, 'netns', names.workers],
    )
    for (const host of ['server', 'workers'] as const) {
      ip('-n', names[host], 'addr', 'add', `${HOSTS[host]}/30`, 'dev', names[host])
      for (const device of ['lo', names[host]]) ip('-n', names[host], 'link', 'set', device, 'up')
    }
  } catch (error) {
    remove()
    throw error
  }
  const set = (state: 'up' | 'down') => ip('-n', names.server, 'link', 'set', names.server, state)
  return {
    on: (host, command) => ['ip', 'netns', 'exec', names[host], ...command],
    cut: () => set('down'),
    restore: () => set('up'),
    remove,
  }
}

const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // What is not there need not be removed.
  }
}
