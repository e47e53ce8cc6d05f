import { CLEAN, withSummary } from './clean.ts'
import { type Expected, type HostileEntry, text } from './entry.ts'

/** The clean letter with this heading for an item. */
const headed = (heading: string): string => CLEAN.replace('Aquatic therapy for the left knee', heading)
const numbered = (number: string): string => CLEAN.replace('CM16-9000077', number)

const noNumber: Expected = { flagged: 'header/missing', claims: { caseNumber: null } }
const same: Expected = { sameAs: 'text' }

/** The length of the name makes the bytes differ, since equal files share one outcome. */
const named = (name: string, file: string): HostileEntry => ({
  ...text(name, same, () => CLEAN + '\n'.repeat(file.length)),
  file,
})

/** Words in a letter that mean something to a program. They are data and nothing else. */
export const words: readonly HostileEntry[] = [
  text('__proto__ as a heading', { flagged: null, item: '__proto__' }, () => headed('__proto__')),
  text('constructor as a heading', { flagged: null, item: 'constructor' }, () => headed('constructor')),
  text('a formula as a heading', { flagged: null, item: '=cmd|calc!A1' }, () => headed('=cmd|calc!A1')),
  text('a script as a heading', { flagged: null, item: '<script>alert(1)</script>' }, () =>
    headed('<script>alert(1)</script>'),
  ),
  text('JSON as a heading', { flagged: null, item: '"},{"decision' }, () => headed('"},{"decision')),
  text('a shell command as a heading', { flagged: null, item: '$(reboot) `reboot`' }, () =>
    headed('$(reboot) `reboot`'),
  ),
  text('a regular expression as a heading', { flagged: null, item: '(a+)+$ [' }, () => headed('(a+)+$ [')),
  text('path in the case number', noNumber, () => numbered('../../../etc/passwd')),
  text('__proto__ in the case number', noNumber, () => numbered('__proto__')),
  text('a thousand digits in the case number', noNumber, () => numbered(`CM16-${'9'.repeat(1000)}`)),
  text('a date that does not exist', { flagged: 'header/missing' }, () => CLEAN.replace('05/09/2016', '13/99/2016')),
  text('a date of the year 0', { flagged: null }, () => CLEAN.replace('05/09/2016', '00/00/0000')),
  text('an age of 999', { flagged: null }, () => CLEAN.replace('41 year', '999 year')),
  text('an amount beyond numbers', { flagged: null }, () => headed(`Naproxen 500mg #${'9'.repeat(400)}`)),
  text('a path in the summary', { flagged: null }, () => withSummary('See file:///etc/passwd and \\\\host\\share.')),
  text('terminal title in the summary', { flagged: null }, () => withSummary('\u001b]0;gone\u0007')),
]

/** File names that mean something to a shell, a terminal or a file system. */
export const names: readonly HostileEntry[] = [
  named('newline in the name', 'new\nline.txt'),
  named('name begins with dashes', '--help.txt'),
  named('right-to-left override in the name', 'letter\u202etxt.fdp.txt'),
  named('240 characters of name', `${'n'.repeat(236)}.txt`),
  named('name is __proto__', '__proto__'),
  named('quotes and dollar in the name', '$(reboot) "\'`;.txt'),
  named('blank at the end of the name', 'letter.txt '),
  named('escape in the name', '\u001b[2Jletter.txt'),
  named('name of two forms', 'e\u0301\u00e9.txt'),
  named('dots behind a letter', 'a....'),
]
