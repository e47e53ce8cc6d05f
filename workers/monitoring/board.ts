import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { Queues } from '../queue/queues.ts'
import { type LocalServer, serveLocally } from './local-server.ts'

/** A read-only Bull Board on this machine: what must be done again is decided by the store, not by a click. */
export function openBoard(queues: Queues, port: number): Promise<LocalServer> {
  const serverAdapter = new FastifyAdapter()
  createBullBoard({
    queues: Object.values(queues).map(queue => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
  })
  return serveLocally(async app => void (await app.register(serverAdapter.registerPlugin())), {
    port,
    inlineStyles: true,
  })
}
