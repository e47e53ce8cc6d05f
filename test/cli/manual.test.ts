import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpParts } from '../../cli/help.ts'
import { commandsMarkdown, manPage } from '../../cli/manual.ts'
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

describe('completion', () => {
  it('has a help like the other commands', () => {
    const { status, stdout } = imr('complete', '--help')
    expect(status).toBe(0)
    expect(stdout).toContain('Examples:\n  source <(imr complete bash)\n')
    expect(stdout).toContain('Exit codes:')
  })

  it('knows four shells', () => {
    const { status, stderr } = imr('complete', 'tcsh')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^imr: .*'tcsh'.* zsh, bash, fish, powershell\.\n$/)
  })

  it('names the commands, and the options of one', () => {
    const names = imr('complete', '--', '')
      .stdout.split('\n')
      .map(line => line.split('\t')[0])
    expect(names).toEqual(expect.arrayContaining(program.commands.map(command => command.name())))
    expect(imr('complete', '--', 'ingest', '--work').stdout).toMatch(/^--workers\t/)
  })

  it.each([
    ['bash', /^complete .*imr$/m],
    ['zsh', /^#compdef imr$/m],
    ['fish', /^complete -c imr /m],
  ])('has a script for %s', (shell, sign) => {
    const { status, stdout } = imr('complete', shell)
    expect(status).toBe(0)
    expect(stdout).toMatch(sign)
    if (shell === 'bash') expect(spawnSync('bash', ['-n'], { input: stdout })).toMatchObject({ status: 0 })
  })
})
