type Reject = (reason: unknown) => void

/** Reads in progress. */
const reading = new Set<Reject>()

/**
 * The result of `read`. pdf.js abandons some promises: if one rejects, whatever waits for it waits forever, and the
 * rejection would end the process. During a read such a rejection is attributed to the letter; any other still ends the
 * process.
 */
export async function withOwnPromises<T>(read: () => Promise<T>): Promise<T> {
  const { promise: stray, reject } = Promise.withResolvers<never>()
  stray.catch(() => {})
  if (reading.size === 0) process.on('unhandledRejection', onStray)
  reading.add(reject)
  try {
    return await Promise.race([read(), stray])
  } finally {
    // More of the abandoned promises may reject.
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
