import type { Command } from 'commander'
import { helpParts } from './help.ts'

/** What is said about a command, in every format. */
interface Page {
  readonly name: string
  readonly usage: string
  readonly description: string
  readonly parts: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[]
}

function pageOf(command: Command, name: string | null): Page {
  const help = command.createHelp()
  return {
    name: name ?? command.name(),
    usage: help.commandUsage(command),
    description: command.description(),
    parts: [
      {
        title: 'Arguments',
        rows: help
          .visibleArguments(command)
          .map(one => [help.argumentTerm(one), help.argumentDescription(one)] as const),
      },
      {
        title: 'Options',
        rows: help.visibleOptions(command).map(one => [help.optionTerm(one), help.optionDescription(one)] as const),
      },
      ...helpParts(name),
    ].filter(({ rows }) => rows.length > 0),
  }
}

const pagesOf = (program: Command): Page[] => program.commands.map(command => pageOf(command, command.name()))

/** The reference of all commands as Markdown. */
export function commandsMarkdown(program: Command): string {
  const whole = pageOf(program, null)
  return `${[
    '# Commands',
    '',
    'Written by `npm run manual` from the help of the program; `imr help COMMAND` prints the same.',
    '',
    ...whole.parts.filter(({ title }) => title !== 'Options').flatMap(part => markdownPart(part, '##')),
    ...pagesOf(program).flatMap(page => [
      `## imr ${page.name}`,
      '',
      `${sentence(page.description)}`,
      '',
      '```sh',
      page.usage,
      '```',
      '',
      ...page.parts.flatMap(part => markdownPart(part, '###')),
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function markdownPart({ title, rows }: Page['parts'][number], level: string): string[] {
  if (title === 'Examples') return [`${level} ${title}`, '', '```sh', ...rows.map(([line]) => line), '```', '']
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
  const table = rows.map(([left, right]) => `| \`${left.replaceAll('|', '\\|')}\` | ${cell(right)} |`)
  return [`${level} ${title}`, '', '| | |', '|---|---|', ...table, '']
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** The manual page `imr(1)`, in the macros of man(7). */
export function manPage(program: Command, version: string): string {
  const whole = pageOf(program, null)
  return `${[
    `.TH IMR 1 "" "imr ${version}" "User Commands"`,
    '.SH NAME',
    `imr \\- ${roff(whole.description)}`,
    '.SH SYNOPSIS',
    ...pagesOf(program).flatMap(({ usage }) => [`.B ${roff(usage)}`, '.br']),
    ...pagesOf(program).flatMap(page => [
      `.SH "IMR ${page.name.toUpperCase()}"`,
      roff(sentence(page.description)),
      ...page.parts.flatMap(part => roffPart(part, '.SS')),
    ]),
    ...whole.parts.filter(({ title }) => title !== 'Options').flatMap(part => roffPart(part, '.SH')),
  ].join('\n')}\n`
}

const roffPart = ({ title, rows }: Page['parts'][number], macro: string): string[] => [
  `${macro} ${title}`,
  ...(title === 'Examples'
    ? ['.nf', ...rows.map(([line]) => roff(line)), '.fi']
    : rows.flatMap(([left, right]) => ['.TP', `.B ${roff(left)}`, roff(right)])),
]

/** A line that begins with a full stop or an apostrophe would be a macro, and a plain hyphen is not a minus sign. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
