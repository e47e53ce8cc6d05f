import { existsSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { RequestFailure } from '../failure.ts'

const [PAGE, BROWSER] = ['page', 'browser'].map(folder => join(import.meta.dirname, '..', folder)) as [string, string]
/** What pdf.js fetches while drawing: fonts that letters do not embed, character maps, decoders. */
const PDFJS_FOLDERS = ['build', 'cmaps', 'standard_fonts', 'wasm', 'iccs'] as const

export const pdfjsFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** A file of the page. */
export const pageFile = (name: string): string => readFileSync(join(PAGE, name), 'utf8')

/** The page, its modules and styles, and pdf.js. */
export async function addAssets(app: FastifyInstance): Promise<void> {
  const { fastifyStatic } = await import('@fastify/static')
  const page = pageFile('index.html')
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  for (const [path, type] of [
    ['style.css', 'text/css'],
    ['icon.svg', 'image/svg+xml'],
  ] as const) {
    const content = pageFile(path)
    app.get(`/${path}`, async (_request, reply) => reply.type(type).send(content))
  }
  app.get<{ Params: { '*': string } }>('/browser/*', async ({ params }, reply) =>
    reply.type('text/javascript; charset=utf-8').send(moduleText(params['*'])),
  )
  for (const folder of PDFJS_FOLDERS)
    await app.register(fastifyStatic, {
      root: join(pdfjsFolder(), folder),
      prefix: `/pdfjs/${folder}/`,
      decorateReply: false,
      immutable: true,
      maxAge: '1d',
    })
}

const stripped = new Map<string, string>()

/**
 * A module as the browser runs it: in a checkout the source without its types, in the package the built file. Either
 * can be requested by the extension of the other. Throws `E_NO_PAGE`.
 */
export function moduleText(name: string): string {
  const base = /^((?:[a-z-]+\/)?[a-z-]+)\.[jt]s$/.exec(name)?.[1]
  if (base === undefined) throw new RequestFailure('E_NO_PAGE', 'There is no such module.')
  const known = stripped.get(base)
  if (known !== undefined) return known
  const [source, built] = ['ts', 'js'].map(ending => join(BROWSER, `${base}.${ending}`))
  if (!existsSync(source!) && !existsSync(built!)) throw new RequestFailure('E_NO_PAGE', 'There is no such module.')
  const text = existsSync(source!) ? withoutTypes(readFileSync(source!, 'utf8')) : readFileSync(built!, 'utf8')
  stripped.set(base, text)
  return text
}

/** Suppresses Node's warning that this function is experimental, which means nothing to users. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
