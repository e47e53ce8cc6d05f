import type { Command, Option } from 'commander'

/** A word that a shell offers to complete. */
export interface Offer {
  readonly value: string
  readonly description: string
}

/**
 * What may stand in place of the last of the words behind the name of the program: commands, options, or the choices of
 * an option or argument. Where it is none of these there are no offers, and the shell offers files.
 */
export function offersFor(program: Command, typed: readonly string[]): Offer[] {
  const [words, last] = [typed.slice(0, -1), typed.at(-1) ?? '']
  const [name, ...behind] = words
  if (name === undefined) return startingWith(last, last.startsWith('-') ? optionsOf(program) : commandsOf(program))
  if (name === 'help') return behind.length === 0 ? startingWith(last, commandsOf(program)) : []
  const command = program.commands.find(one => one.name() === name)
  if (!command) return []
  const [, assigned, value] = /^(--[^=]+)=(.*)$/.exec(last) ?? []
  const option = optionNamed(command, assigned ?? behind.at(behind.at(-1) === EQUALS ? -2 : -1))
  if (takesValue(option)) return startingWith(value ?? last, offersOf(option.argChoices))
  return startingWith(last, last.startsWith('-') ? optionsOf(command) : offersOf(argumentAfter(command, behind)))
}

/** bash divides `--option=value` into three words. */
const EQUALS = '='

/** What is offered for a word that has been begun. */
const startingWith = (word: string, offers: readonly Offer[]): Offer[] =>
  offers.filter(({ value }) => value.startsWith(word))

const commandsOf = (program: Command): Offer[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map(command => ({ value: command.name(), description: command.description() }))

const optionsOf = (command: Command): Offer[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, short, description }) =>
      [long, short].flatMap(value => (value === undefined ? [] : [{ value, description }])),
    )

const offersOf = (choices: readonly string[] = []): Offer[] => choices.map(value => ({ value, description: '' }))

const optionNamed = ({ options }: Command, word: string | undefined): Option | undefined =>
  options.find(({ long, short }) => word !== undefined && (word === long || word === short))

const takesValue = (option: Option | undefined): option is Option =>
  option !== undefined && (option.required || option.optional)

/** The choices of the argument that follows these words of a command. */
function argumentAfter(command: Command, words: readonly string[]): readonly string[] | undefined {
  const given = words.filter(
    (word, at) => !word.startsWith('-') && !(at > 0 && takesValue(optionNamed(command, words[at - 1]))),
  )
  return command.registeredArguments[given.length]?.argChoices
}
