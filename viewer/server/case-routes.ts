import type { FastifyInstance } from 'fastify'
import { caseRecordJsonSchema } from '../../document/index.ts'
import type { CaseAnswer, LetterAnswer } from '../api.ts'
import { RequestFailure } from '../failure.ts'
import { fileOf, hashOf, inputFile, letterText, mediaTypeOf } from '../run/letter.ts'
import { type FoundCase, type ViewedRun, withCorrections } from '../run/viewed-run.ts'

interface OfCase {
  Params: { ref: string }
}

/** Adds the routes for cases and their files. */
export function addCaseRoutes(app: FastifyInstance, run: ViewedRun): void {
  app.get('/api/schema', async (_request, reply) => reply.type('application/json').send(caseRecordJsonSchema()))
  app.get<OfCase>('/api/case/:ref', async ({ params }) => caseAnswer(run, run.find(params.ref)))
  app.get<OfCase>('/api/case/:ref/letter', async ({ params }) => letterAnswer(run, run.find(params.ref)))
  app.get<OfCase>('/api/case/:ref/file', async ({ params }, reply) => {
    const { record, path } = run.find(params.ref)
    const bytes = await fileOf(path, hashOf(record.id))
    if (!bytes) throw new RequestFailure('E_NO_FILE', 'The file was removed or changed since it was read.')
    return reply.type(mediaTypeOf(bytes)).send(Buffer.from(bytes))
  })
  app.get<OfCase>('/api/input/:ref/file', async ({ params }, reply) => {
    const bytes = await inputFile(run, hashOf(params.ref))
    return reply.type(typeOf(bytes)).send(Buffer.from(bytes))
  })
}

/** A rejected file may be anything: unless it is a PDF it is shown as text, never as HTML. */
const typeOf = (bytes: Uint8Array): string =>
  mediaTypeOf(bytes) === 'application/pdf' ? 'application/pdf' : 'text/plain; charset=utf-8'

async function caseAnswer(run: ViewedRun, { row, ref, record, path }: FoundCase): Promise<CaseAnswer> {
  const bytes = await fileOf(path, hashOf(record.id))
  const corrections = run.corrections(record.id)
  return {
    ref,
    record,
    ...withCorrections(record, corrections),
    hasFile: bytes !== undefined,
    corrections,
    neighbours: { before: refAt(run, row - 1), after: refAt(run, row + 1) },
  }
}

/** It takes longer than the rest of a case if the file must be read again. */
async function letterAnswer(run: ViewedRun, { record, path }: FoundCase): Promise<LetterAnswer> {
  const source = await letterText(run, record, await fileOf(path, hashOf(record.id)))
  if (!source)
    throw new RequestFailure('E_NO_FILE', 'Neither the file of this letter nor its text is available any more.')
  return { text: source.text, pages: source.pages, runs: source.runs }
}

function refAt(run: ViewedRun, row: number): string | null {
  const found = run.index().index.database.prepare('select case_id from cases where rowid = ?').get(row)
  return found ? run.find(String(found.case_id)).ref : null
}
