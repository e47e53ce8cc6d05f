import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

  it('offers files where the program has nothing to offer', () => {
    expect(imr('complete', '--', 'extract', '').stdout).toBe(':0\n')
    expect(imr('complete', '--', 'ext').stdout).toMatch(/:4\n$/)
  })

  /** What bash, without any package for completion, offers for the last word. */
  const offered = (...words: readonly string[]): string[] => {
    const script = `set -u; eval "$1"; eval "$1"; COMP_WORDS=("\${@:2}"); COMP_CWORD=$(($# - 2)); _imr; printf '%s\\n' "\${COMPREPLY[@]-}"`
    const { stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', script, 'bash', imr('complete', 'bash').stdout, join(ROOT, 'imr'), ...words],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    return stdout.split('\n').filter(Boolean)
  }

  it('works in bash: sourced twice, for the word before the cursor, and evaluates nothing that was typed', () => {
    expect(offered('ext')).toEqual(['extract'])
    expect(offered('ingest', '--work')).toEqual(['--workers'])
    expect(offered('extract', 'a b', '')).toEqual([])
    const harm = join(tmpdir(), `imr-completion-${process.pid}`)
    offered('extract', `$(touch ${harm})`, `'; touch ${harm}; '`)
    expect(existsSync(harm)).toBe(false)
  })
})
