import type { Log } from '../workers/index.ts'
import { UsageError } from '../workers/index.ts'

interface LogWish {
  /** File that the log is added to. */
  readonly file: string | undefined
  readonly stream: NodeJS.WriteStream
  /** Shows a line to a person without breaking a bar. */
  readonly say: (line: string) => void
}

/**
 * The log, one JSON object a line: in a file, or where nobody watches on the stream itself. What an operator should
 * see is said in words too, unless the stream has it already.
 */
export async function openLog({ file, stream, say }: LogWish): Promise<Log> {
  if (file === undefined && stream.isTTY) return { info: () => {}, warn: say }
  const { pino } = await import('pino')
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(pino, file))
  return {
    info: (text, fields = {}) => logger.info(fields, text),
    warn: (text, fields = {}) => {
      logger.warn(fields, text)
      if (file !== undefined) say(text)
    },
  }
}

/** Written at once: the last lines before an end by force are those that matter. */
function destination(pino: typeof import('pino').pino, file: string | undefined) {
  try {
    return pino.destination({ dest: file ?? 2, sync: true })
  } catch {
    throw new UsageError(`the log cannot be written to ${file}`)
  }
}
