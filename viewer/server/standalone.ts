import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { CaseRecord, SourceDocument } from '../../document/index.ts'
import type { CaseAnswer } from '../api.ts'
import { moduleText, pageStyle, pdfjsFolder } from './assets.ts'

const ENTRY = 'viewer/browser/standalone'

/**
 * One letter as one self-contained file: its pages, its values and the viewer. The content of the letter is embedded as
 * data; only scripts whose hash the page names, and what they load, may run.
 */
export function letterPage(record: CaseRecord, source: SourceDocument, bytes: Uint8Array): string {
  const isPdf = source.mediaType === 'application/pdf'
  const letter = { text: source.text, pages: source.pages, runs: source.runs }
  const answer: CaseAnswer = {
    ...{ ref: record.id, record, corrected: record, hasFile: true, corrections: [] },
    correctionFault: null,
    neighbours: { before: null, after: null },
  }
  const enclosed = embedded({ answer, letter, file: isPdf ? Buffer.from(bytes).toString('base64') : null })
  const style = pageStyle()
  const imports = embedded({ imports: { ...ownModules(), ...(isPdf ? pdfModules() : {}) } })
  const start = `import('imr/${ENTRY}')`
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(imports)} ${hashOf(start)} data: 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    `img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`,
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(record.caseNumber ?? record.source.name)}</title>
<style>${style}</style>
<script type="importmap">${imports}</script>
</head>
<body>
<main id="main"></main>
<script type="application/json" id="enclosed">${enclosed}</script>
<script type="module">${start}</script>
</body>
</html>
`
}

/** JSON that cannot close its script element. */
const embedded = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const escaped = (text: string): string => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

const enclosedModule = (text: string): string => `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`

/** The modules of the page under names of their own, since embedded modules have no base URL for relative imports. */
function ownModules(): Record<string, string> {
  const modules: Record<string, string> = {}
  const add = (path: string) => {
    const name = `imr/${path}`
    if (name in modules) return
    modules[name] = ''
    const needed: string[] = []
    const text = moduleText(`${path}.js`).replace(/(from\s*)'(\.[^']+)\.[jt]s'/g, (_, from: string, other: string) => {
      const target = posix.join(posix.dirname(path), other)
      needed.push(target)
      return `${from}'imr/${target}'`
    })
    modules[name] = enclosedModule(text)
    needed.forEach(add)
  }
  add(ENTRY)
  return modules
}

const pdfModules = (): Record<string, string> => ({
  'imr/pdfjs': enclosedModule(readFileSync(join(pdfjsFolder(), 'build', 'pdf.min.mjs'), 'utf8')),
  'imr/pdf-worker': enclosedModule(readFileSync(join(pdfjsFolder(), 'build', 'pdf.worker.min.mjs'), 'utf8')),
})
