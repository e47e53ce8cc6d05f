import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpParts } from '../../cli/help/help.ts'
import { commandsMarkdown, manPage } from '../../cli/help/manual.ts'
import { programWith } from '../../cli/program.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { imr, ROOT } from './support.ts'

const program = await programWith(() => true)

describe('the help', () => {
  it.each(program.commands.map(command => command.name()))('of %s has examples, exit codes and environment', name => {
    expect(helpParts(name).map(({ rows }) => rows.length > 0)).toEqual([true, true, true])
    for (const [line] of helpParts(name)[0]!.rows) expect(line).toMatch(new RegExp(`\\bimr ${name}\\b`))
  })

  it.each([program, ...program.commands])('of $_name fits into 80 columns', command => {
    const parts: string[] = []
    command.configureOutput({ getOutHelpWidth: () => 80, writeOut: text => void parts.push(text) }).outputHelp()
    const help = parts.join('')
    expect(help).toContain('Environment:')
    for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it.each(['extract', 'ingest', 'work'])('of %s names the variables for buckets', name => {
    const names = helpParts(name).flatMap(({ rows }) => rows.map(([left]) => left))
    expect(names).toEqual(expect.arrayContaining(['AWS_ENDPOINT_URL', 'AWS_SECRET_ACCESS_KEY']))
  })

  it('matches the pages of the commands and the manual page', () => {
    const help = 'run npm run manual'
    expect(readFileSync(join(ROOT, 'docs', 'commands.md'), 'utf8'), help).toBe(commandsMarkdown(program))
    expect(readFileSync(join(ROOT, 'docs', 'imr.1'), 'utf8'), help).toBe(manPage(program, packageFile.version))
  })
})

it.each([
  ['help', 'frobnicate'],
  ['frobnicate', '--help'],
])('help on an unknown command is an error that names it: %s %s', (...args) => {
  expect(imr(...args)).toEqual(expect.objectContaining({ status: 2, stdout: '', stderr: EXPECTED }))
})

const EXPECTED = "imr: unknown command 'frobnicate'\n"
