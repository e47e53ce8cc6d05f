type Reject = (reason: unknown) => void

/** The reads under way. */
const reading = new Set<Reject>()

/**
 * What `read` gives. pdf.js leaves some promises to themselves: where one rejects, what waits for it waits for ever, and the
 * process would end. While it reads, such a rejection is the letter's own; any other's still ends the process.
 */
export async function withOwnPromises<T>(read: () => Promise<T>): Promise<T> {
  const { promise: stray, reject } = Promise.withResolvers<never>()
  stray.catch(() => {})
  if (reading.size === 0) process.on('unhandledRejection', onStray)
  reading.add(reject)
  try {
    return await Promise.race([read(), stray])
  } finally {
    // Of what was broken off more may reject.
    setImmediate(() => {
      reading.delete(reject)
      if (reading.size === 0) process.off('unhandledRejection', onStray)
    })
  }
}

function onStray(reason: unknown): void {
  if (!isOfLibrary(reason)) throw reason
  for (const reject of reading) reject(reason)
}

const isOfLibrary = (reason: unknown): boolean => reason instanceof Error && /pdfjs-dist/.test(reason.stack ?? '')
