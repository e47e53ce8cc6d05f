import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { code, type HostileEntry } from './entry.ts'

const placed = (name: string, expected: string, place: (path: string) => void): HostileEntry => ({
  name,
  file: 'letter.txt',
  expected: code(expected),
  place,
})

const linked = (name: string, target: string): HostileEntry =>
  placed(name, 'E_SYMLINK', path => symlinkSync(target, path))

/** Other things in place of a letter. */
export const links: readonly HostileEntry[] = [
  linked('link to a file of the system', '/etc/passwd'),
  linked('link to an endless device', '/dev/zero'),
  linked('link to itself', 'letter.txt'),
  linked('link to nothing', 'nothing'),
  linked('link to the folder above', '..'),
  placed('pipe', 'E_NOT_REGULAR', path => execFileSync('mkfifo', [path])),
  placed('sparse file of 2 GiB', 'E_TOO_LARGE', path => {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 31)
  }),
  placed('one byte more than 25 MiB', 'E_TOO_LARGE', path => {
    writeFileSync(path, '')
    truncateSync(path, 25 * 2 ** 20 + 1)
  }),
  placed('file that nobody may read', 'E_UNREADABLE', path => {
    writeFileSync(path, 'x')
    chmodSync(path, 0)
  }),
  placed('folder that nobody may open', 'E_UNREADABLE', path => {
    mkdirSync(path)
    chmodSync(path, 0)
  }),
]
