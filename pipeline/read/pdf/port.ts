import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

type Listener = (event: { readonly data: unknown }) => void

/** One end of a line between pdf.js and its worker, as it wants one. */
interface Port {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void
  removeEventListener(name: string, listener: Listener): void
  terminate(): void
}

/** What may be drawn before a file is given up: characters, and operators of any kind. */
export interface Budget {
  readonly characters: number
  readonly operators: number
}

/** Thrown where a file draws more than its budget; says what there was too much of. */
export class OverBudget extends Error {
  readonly what: keyof Budget

  constructor(what: keyof Budget) {
    super(`too many ${what}`)
    this.what = what
  }
}

/**
 * A worker of pdf.js in this thread that stops where a page draws without end, and that does not keep an error in a page to
 * itself. pdf.js hands the operators of a page out only when it has all of them, and where it must stop, those that it has;
 * they pass through here in pieces. `failed` rejects with `OverBudget`, or with what is wrong with a page.
 */
export function watchedWorker(budget: Budget): { readonly worker: PDFWorker; readonly failed: Promise<never> } {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  const left = { ...budget }
  const watch = (reply: Reply) => {
    if (reply.stream !== undefined && reply.reason !== undefined) reject(new Error('a page cannot be read'))
    const drawn = drawnIn(reply)
    for (const what of ['characters', 'operators'] as const) {
      left[what] -= drawn[what]
      if (left[what] < 0) reject(new OverBudget(what))
    }
  }
  const [ours, theirs] = connected(watch)
  WorkerMessageHandler.initializeFromPort(theirs)
  return { worker: PDFWorker.create({ port: ours, verbosity: 0 } as never), failed }
}

/** What the worker sends back of a page: a piece of its operators, or why there are no more. */
interface Reply {
  readonly stream?: number
  readonly reason?: unknown
  readonly chunk?: { readonly argsArray?: readonly unknown[]; readonly fnArray?: readonly number[] }
}

/** What a piece of a page's operators draws; other messages draw nothing. */
function drawnIn({ chunk: { argsArray } = {} }: Reply): Budget {
  if (!argsArray) return { characters: 0, operators: 0 }
  const glyphs = argsArray.map(args => (Array.isArray(args) && Array.isArray(args[0]) ? args[0].length : 0))
  return { characters: glyphs.reduce((sum, count) => sum + count, 0), operators: argsArray.length }
}

/** The two ends of a line; `onReply` sees what comes from the second. */
function connected(onReply: (reply: Reply) => void): [Port, Port] {
  const [toUs, toThem] = [new Set<Listener>(), new Set<Listener>()]
  return [portOf(toUs, toThem, () => {}), portOf(toThem, toUs, onReply)]
}

/**
 * The operators of a page as they are: the worker empties its lists and keeps no hold of what was in them, and a copy of
 * every glyph would take a tenth of the time of reading a letter.
 */
function shared(message: Reply): Reply | null {
  const { chunk } = message
  if (!chunk?.argsArray || !chunk.fnArray) return null
  return { ...message, chunk: { ...chunk, argsArray: [...chunk.argsArray], fnArray: [...chunk.fnArray] } }
}

function portOf(own: Set<Listener>, others: Set<Listener>, onPost: (message: Reply) => void): Port {
  return {
    postMessage: (message, transfer) => {
      onPost(message as Reply)
      const data = shared(message as Reply) ?? structuredClone(message, transfer && { transfer: [...transfer] })
      queueMicrotask(() => {
        for (const listener of others) listener({ data })
      })
    },
    addEventListener: (_name, listener, options) => {
      own.add(listener)
      options?.signal?.addEventListener('abort', () => own.delete(listener))
    },
    removeEventListener: (_name, listener) => own.delete(listener),
    terminate: () => own.clear(),
  }
}
