import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { type LocalServer, serveLocally } from './local-server.ts'
import type { Progress } from './progress.ts'

/** What is measured, anew on each request. */
export interface Measured {
  readonly progress: () => Progress
  /** Jobs by queue and state. */
  readonly jobs: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>
}

/** Serves the figures of a run to Prometheus on this machine. */
export function openMetrics(port: number, measured: Measured): Promise<LocalServer> {
  const registry = register(measured)
  return serveLocally(
    app => {
      app.get('/metrics', async (_request, reply) => {
        reply.type(registry.contentType)
        return registry.metrics().catch(() => reply.code(503).send())
      })
    },
    { port },
  )
}

type MetricReading = readonly [help: string, read: (progress: Progress) => number]

const GAUGES: Readonly<Record<string, MetricReading>> = {
  imr_letters: ['Distinct inputs of the run', ({ total }) => total],
  imr_letters_per_second: ['Letters finished per second, recently', ({ perSecond }) => perSecond],
  imr_seconds_left: [
    'Time that the rest will take at the current rate',
    ({ secondsLeft }) => secondsLeft ?? Number.NaN,
  ],
}

const COUNTERS: Readonly<Record<string, MetricReading>> = {
  imr_letters_done_total: ['Inputs that became a record or a rejection', ({ done }) => done],
  imr_letters_partial_total: ['Inputs that became a partial record', ({ partial }) => partial],
}

/** Includes the usual figures of a process: CPU, memory, event loop. */
function register({ progress, jobs }: Measured): Registry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  for (const [name, [help, read]] of Object.entries(GAUGES)) {
    const collect = function (this: Gauge) {
      this.set(read(progress()))
    }
    new Gauge({ name, help, registers, collect })
  }
  for (const [name, [help, read]] of Object.entries(COUNTERS)) {
    const collect = function (this: Counter) {
      this.reset()
      this.inc(read(progress()))
    }
    new Counter({ name, help, registers, collect })
  }
  new Counter({
    name: 'imr_letters_rejected_total',
    help: 'Inputs that were rejected',
    labelNames: ['code'],
    registers,
    collect() {
      this.reset()
      for (const [code, count] of progress().codes) this.inc({ code }, count)
    },
  })
  new Gauge({
    name: 'imr_queue_jobs',
    help: 'Jobs in the queue, of up to 50 letters each',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      for (const [queue, states] of Object.entries(await jobs()))
        for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count)
    },
  })
  return registry
}
