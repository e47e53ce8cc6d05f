import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Argument, Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { offersFor } from '../../cli/help/offers.ts'
import { programWith } from '../../cli/program.ts'
import { imr, ROOT } from './support.ts'

const program = await programWith(() => true)

const offers = (...words: readonly string[]): string[] => offersFor(program, words).map(({ value }) => value)

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

  it('answers with the options of one command, and what they mean', () => {
    expect(imr('complete', '--', 'ingest', '--work').stdout).toMatch(/^--workers\t[a-z].*\n:4\n$/)
  })

  it('names all commands, also for help', () => {
    const all = [...program.commands.map(command => command.name()), 'help']
    expect(offers('')).toEqual(all)
    expect(offers('help', '')).toEqual(all)
    expect(offers('help', 'show', '')).toEqual([])
  })

  it.each([
    [['ext'], ['extract']],
    [['view', '--p'], ['--port']],
    [
      ['view', '-'],
      ['--port', '--help', '-h'],
    ],
    [['--v'], ['--version']],
    [
      ['complete', ''],
      ['zsh', 'bash', 'fish', 'powershell'],
    ],
    [['complete', 'f'], ['fish']],
    [
      ['evaluate', '--half', ''],
      ['odd', 'even'],
    ],
    [['evaluate', '--half=e'], ['even']],
    [['evaluate', '--half', '=', 'e'], ['even']],
    [['evaluate', '--before', ''], []],
    [['complete', 'fish', ''], []],
    [['frobnicate', ''], []],
  ])('offers for %j: %j', (words, expected) => {
    expect(offers(...words)).toEqual(expected)
  })

  it('does not take the value of an option for an argument', () => {
    const command = new Command()
    command
      .command('draw')
      .argument('<file>')
      .addArgument(new Argument('<form>').choices(['box', 'line']))
      .option('-w, --width <n>')
    const offered = (...words: string[]) => offersFor(command, ['draw', ...words]).map(({ value }) => value)
    expect(offered('-w', '3', '')).toEqual([])
    expect(offered('-w', '3', 'a.pdf', '')).toEqual(['box', 'line'])
    expect(offered('a.pdf', '--width=3', 'b')).toEqual(['box'])
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
