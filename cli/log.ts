import { type Log, UsageError } from '../workers/index.ts'

interface LogWish {
  /** File that the log is added to; `-` is stderr. */
  readonly file: string | undefined
  /** Shows a line to a person without breaking a bar. */
  readonly say: (line: string) => void
}

const STDERR = '-'

/**
 * The log, one JSON object a line, where one was asked for. What an operator should see is said in words too, unless
 * stderr has it already.
 */
export async function openLog({ file, say }: LogWish): Promise<Log> {
  if (file === undefined) return { info: () => {}, warn: say }
  const { pino } = await import('pino')
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(pino, file))
  return {
    info: (text, fields = {}) => logger.info(fields, text),
    warn: (text, fields = {}) => {
      logger.warn(fields, text)
      if (file !== STDERR) say(text)
    },
  }
}

/** Written at once: the last lines before an end by force are those that matter. */
function destination(pino: typeof import('pino').pino, file: string) {
  try {
    return pino.destination({ dest: file === STDERR ? 2 : file, sync: true })
  } catch {
    throw new UsageError(`cannot write the log to ${file}`)
  }
}
