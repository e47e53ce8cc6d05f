import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

type Listener = (event: { readonly data: unknown }) => void

/** One end of a channel between pdf.js and its worker, as pdf.js expects it. */
interface Port {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void
  removeEventListener(name: string, listener: Listener): void
  terminate(): void
}

/** How much a file may draw: characters, and operators of any kind. */
export interface Budget {
  readonly characters: number
  readonly operators: number
}

/** Thrown if a file exceeds its budget; says in what. */
export class OverBudget extends Error {
  readonly what: keyof Budget

  constructor(what: keyof Budget) {
    super(`too many ${what}`)
    this.what = what
  }
}

/**
 * A pdf.js worker in this thread that stops if a page draws without end, and does not swallow the errors of a page.
 * pdf.js delivers the operators of a page when it has all of them, or those so far when it has to stop; they pass
 * through here in chunks. `failed` rejects with `OverBudget`, or with the error of a page.
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

/** The worker's response about a page: a chunk of its operators, or why there are no more. */
interface Reply {
  readonly stream?: number
  readonly reason?: unknown
  readonly chunk?: { readonly argsArray?: readonly unknown[]; readonly fnArray?: readonly number[] }
}

/** What a chunk of operators draws; other messages draw nothing. */
function drawnIn({ chunk: { argsArray } = {} }: Reply): Budget {
  if (!argsArray) return { characters: 0, operators: 0 }
  const glyphs = argsArray.map(args => (Array.isArray(args) && Array.isArray(args[0]) ? args[0].length : 0))
  return { characters: glyphs.reduce((sum, count) => sum + count, 0), operators: argsArray.length }
}

/** The two ends of a channel; `onReply` sees messages from the second. */
function connected(onReply: (reply: Reply) => void): [Port, Port] {
  const [toUs, toThem] = [new Set<Listener>(), new Set<Listener>()]
  return [portOf(toUs, toThem, () => {}), portOf(toThem, toUs, onReply)]
}

/**
 * Operators are passed without copying: the worker keeps no reference to them, and copying every glyph would take a
 * tenth of the time of reading a letter.
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
