import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addCorrection, applyCorrections, type Correction, correction, inForce } from '../../corrections/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { RequestFailure } from '../failure.ts'
import type { ViewedRun } from '../run/viewed-run.ts'

const asked = correction.omit({ id: true, at: true, case: true }).extend({ by: z.string().trim().min(1).max(100) })

/** Adds the routes for corrections; requests that write must carry `token`. */
export function addCorrectionRoutes(app: FastifyInstance, run: ViewedRun, token: string): void {
  app.post<{ Params: { ref: string } }>('/api/case/:ref/corrections', async request => {
    demandToken(request, token)
    const { record } = run.find(request.params.ref)
    const parsed = asked.safeParse(request.body)
    if (!parsed.success)
      throw new RequestFailure('E_BODY', `This is not a valid correction: ${parsed.error.issues[0]?.path.join('.')}.`)
    const one = { ...parsed.data, id: randomUUID(), at: new Date().toISOString(), case: record.id }
    demandFit(record, [...run.corrections(record.id), one], one)
    addCorrection(run.folder, one)
    run.noteCorrection(one)
    return one
  })
}

/** A page from elsewhere cannot read the token, and a browser states the origin of a request. */
function demandToken({ headers }: FastifyRequest, token: string): void {
  const given = Buffer.from(String(headers['x-imr-token'] ?? ''))
  const wanted = Buffer.from(token)
  const sameOrigin = headers.origin === undefined || headers.origin === `http://${headers.host}`
  if (!sameOrigin || given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new RequestFailure('E_TOKEN', 'This page is older than the running server: reload it.')
}

/** Refuses what would make an invalid record, or is about a value that does not exist. */
function demandFit(record: CaseRecord, all: readonly Correction[], one: Correction): void {
  let lost: readonly Correction[]
  try {
    lost = applyCorrections(record, all).lost
  } catch {
    throw new RequestFailure('E_VALUE', 'This value is not valid in a record.')
  }
  const counts = one.action === 'withdraw' || inForce(all).includes(one)
  if (!counts || lost.includes(one)) throw new RequestFailure('E_STALE', 'The record has changed since.')
}
