import { existsSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { RequestFailure } from '../failure.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGE = join(ROOT, 'viewer', 'page')
/** What pdf.js fetches while drawing: fonts that letters do not embed, character maps, decoders. */
const PDFJS_FOLDERS = ['build', 'cmaps', 'standard_fonts', 'wasm', 'iccs'] as const

/** The folder of the package pdf.js. */
export const pdfjsFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** A file of the page. */
export const pageFile = (name: string): string => readFileSync(join(PAGE, name), 'utf8')

/** What is common to all pages, and then each page and what it consists of. */
const STYLES = ['common', 'top-bar', 'search', 'case', 'letter', 'record', 'run'] as const

/** The styles of all pages as one. */
export const pageStyle = (): string => STYLES.map(name => pageFile(`style/${name}.css`)).join('\n')

/** The page, its modules and styles, and pdf.js. */
export async function addAssets(app: FastifyInstance): Promise<void> {
  const { fastifyStatic } = await import('@fastify/static')
  const page = pageFile('index.html')
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  for (const [path, type, content] of [
    ['style.css', 'text/css', pageStyle()],
    ['icon.svg', 'image/svg+xml', pageFile('icon.svg')],
  ] as const)
    app.get(`/${path}`, async (_request, reply) => reply.type(type).send(content))
  for (const folder of MODULE_FOLDERS)
    app.get<{ Params: { '*': string } }>(`/${folder}/*`, async ({ params }, reply) =>
      reply.type('text/javascript; charset=utf-8').send(moduleText(`${folder}/${params['*']}`)),
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

/** Where modules of the page are, so that their imports of one another are right in its address, too. */
const MODULE_FOLDERS = ['viewer/browser', 'document'] as const
/** The modules of the page, and the one that it shares with the program. */
const MODULE = /^(viewer\/browser\/(?:[a-z-]+\/)?[a-z-]+|document\/format)\.[jt]s$/

const stripped = new Map<string, string>()

/**
 * A module of the project as the browser runs it: in a checkout the source without its types, in the package the built file. Either
 * can be requested by the extension of the other. Throws `E_NO_PAGE`.
 */
export function moduleText(name: string): string {
  const base = MODULE.exec(name)?.[1]
  if (base === undefined) throw new RequestFailure('E_NO_PAGE', 'There is no such module.')
  const known = stripped.get(base)
  if (known !== undefined) return known
  const [source, built] = ['ts', 'js'].map(ending => join(ROOT, `${base}.${ending}`))
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
