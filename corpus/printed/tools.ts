import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** The Debian package that provides each command. */
const PACKAGES: Readonly<Record<string, string>> = {
  soffice: 'libreoffice-writer',
  chromium: 'chromium',
  gs: 'ghostscript',
  pdftocairo: 'poppler-utils',
  qpdf: 'qpdf',
}

/** The path of a command, if it is installed. */
export const pathOf = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, command))
    .find(isExecutable)

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** How to install the missing commands; null if there are none. */
export function missing(commands: readonly string[]): string | null {
  const packages = new Set(commands.filter(command => !pathOf(command)).map(command => PACKAGES[command]))
  return packages.size === 0 ? null : `apt-get install -y ${[...packages].join(' ')}`
}

/** Runs a command to its end; throws if it fails. */
export function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`)
}
