import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findInputs } from '../../../workers/inputs/find.ts'
import { onDisk, pathFrom, shownName, typedPath } from '../../../workers/inputs/paths.ts'
import { readInput } from '../../../workers/inputs/read.ts'
import { folder } from '../support.ts'

/** Names in old encodings, by their display form. */
const NAMES: readonly (readonly [shown: string, bytes: Buffer])[] = [
  ['Peña.txt', Buffer.from('Peña.txt', 'latin1')],
  ['Müller – 2.txt', Buffer.from([...Buffer.from('M\xfcller ', 'latin1'), 0x96, ...Buffer.from(' 2.txt')])],
  ['zwei Größen ÿ.txt', Buffer.from('zwei Größen ÿ.txt', 'latin1')],
  ['beide ä ä.txt', Buffer.concat([Buffer.from('beide ä '), Buffer.from([0xe4]), Buffer.from('.txt')])],
]

describe('names that are not UTF-8', () => {
  it.each([
    ...NAMES,
    ['plain.txt', Buffer.from('plain.txt')],
    ['é 中 🙂.txt', Buffer.from('é 中 🙂.txt')],
    ['\ufffd.txt', Buffer.from('\ufffd.txt')],
  ] as const)('survive strings and JSON without loss: %s', (shown, bytes) => {
    const path = JSON.parse(JSON.stringify(pathFrom(bytes))) as string
    expect(Buffer.from(onDisk(path) as string)).toEqual(bytes)
    expect(shownName(path)).toBe(shown)
  })

  it('are found and read, in folders with such names too', async () => {
    const root = await folder()
    const inner = Buffer.concat([Buffer.from(`${root}/`), Buffer.from('año', 'latin1')])
    mkdirSync(inner)
    for (const [shown, bytes] of NAMES) writeFileSync(Buffer.concat([inner, Buffer.from('/'), bytes]), shown)
    const found: string[] = []
    for await (const entry of findInputs([root])) {
      expect(Buffer.from(await readInput(entry)).toString()).toBe(entry.name)
      found.push(entry.name)
    }
    expect(found.sort()).toEqual(NAMES.map(([shown]) => shown).sort())
  })

  it('are found in the form that Node gives them', async () => {
    const root = await folder()
    const [, bytes] = NAMES[0]!
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), bytes]), 'x')
    const typed = join(root, bytes.toString())
    expect(typedPath(typed)).toBe(join(root, pathFrom(bytes)))
    const names: string[] = []
    for await (const { name } of findInputs([typed])) names.push(name)
    expect(names).toEqual(['Peña.txt'])
  })

  it('show no control characters', () => {
    expect(shownName('a\nb\u001b[1m\u009b.txt')).toBe('a\ufffdb\ufffd[1m\ufffd.txt')
  })
})
