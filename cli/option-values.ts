import { InvalidArgumentError } from 'commander'

// Parsers of the values of options; all throw commander's error for anything else.

/** A whole number. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('Not a whole number.')
  return number
}

/** A port number. */
export function port(value: string): number {
  const number = wholeNumber(value)
  if (number > 65_535) throw new InvalidArgumentError('Not a port: the highest is 65535.')
  return number
}

/** A share from 0 to 1. */
export function share(value: string): number {
  const number = Number(value)
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('Not a share between 0 and 1.')
  return number
}

/** Names with commas between them, each of which must be `known`, in capitals or not; `what` says what one of them is: "code". */
export function namesIn<T extends string>(value: string, known: readonly T[], what: string): T[] {
  return value.split(',').map(one => {
    const name = known.find(each => each.toLowerCase() === one.trim().toLowerCase())
    if (name === undefined)
      throw new InvalidArgumentError(`Unknown ${what}: ${one.trim()}. Known ${what}s: ${known.join(', ')}.`)
    return name
  })
}
