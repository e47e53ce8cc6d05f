import { type Fields, type Log, UsageError } from '../workers/index.ts'

interface LogWish {
  /** File to append the log to; `-` is stderr. */
  readonly file: string | undefined
  /** Also shows what is otherwise only logged. */
  readonly verbose?: boolean
  /** Shows a line to a person without breaking the progress bar. */
  readonly say: (line: string) => void
}

const STDERR = '-'

/**
 * The log with one JSON object per line, if one was requested. What an operator should see is also shown in words,
 * unless the log is on stderr already.
 */
export async function openLog({ file, say, verbose = false }: LogWish): Promise<Log> {
  const emit = (text: string, fields: Fields = {}) => {
    if (verbose) say(lineFor(text, fields))
  }
  if (file === undefined) return { info: emit, warn: say }
  const { pino } = await import('pino')
  const logger = pino({ timestamp: pino.stdTimeFunctions.isoTime }, destination(pino, file))
  return {
    info: (text, fields = {}) => {
      logger.info(fields, text)
      if (file !== STDERR) emit(text, fields)
    },
    warn: (text, fields = {}) => {
      logger.warn(fields, text)
      if (file !== STDERR) say(text)
    },
  }
}

/** "rejected path=a.pdf code=E_EMPTY" */
const lineFor = (text: string, fields: Fields): string =>
  [text, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' ')

/** Written synchronously: the last lines before a forced exit are the ones that matter. */
function destination(pino: typeof import('pino').pino, file: string) {
  try {
    return pino.destination({ dest: file === STDERR ? 2 : file, sync: true })
  } catch {
    throw new UsageError(`cannot write the log to ${file}`)
  }
}
