import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { indexRun } from '../../dataset/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { startView } from '../../viewer/index.ts'
import { ingest, type LocalServer } from '../../workers/index.ts'

/** A run over copies of letters, served; `close` removes all of it. */
export interface ServedRun {
  readonly folder: string
  readonly letters: string
  readonly url: string
  close(): Promise<void>
}

/** Ingests copies of `sources`, builds the index and serves it. */
export async function serveRun(...sources: readonly string[]): Promise<ServedRun> {
  const root = mkdtempSync(join(tmpdir(), 'imr-view-'))
  const [folder, letters] = [join(root, 'run'), join(root, 'letters')]
  for (const source of sources) cpSync(source, letters, { recursive: true })
  await ingest({ inputs: [letters], out: folder, queue: false })
  await indexRun({ from: folder })
  const server: LocalServer = await startView({ folder, port: 0 })
  const close = async () => {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
  return { folder, letters, url: server.url, close }
}

export const CORPUS = join(import.meta.dirname, '..', '..', 'corpus', 'letters')

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Debian's chromium, which the tests require like redis-server; closed after the tests. */
export const openBrowser = (): Promise<Browser> => {
  if (!CHROMIUM) throw new Error('these tests need chromium: apt-get install -y chromium')
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
}

/** A page in a profile of its own; its exceptions, logged errors and external requests are recorded. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: readonly string[]
  close(): Promise<void>
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('request', request => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin)
      faults.push(`asked ${request.url()}`)
  })
  await page.goto(url)
  return { page, faults, close: () => context.close() }
}

/** A letter of form D3 in which every displayed text is malicious markup. */
export const HOSTILE = `${readFileSync(join(CORPUS, 'CM16-9000009.txt'), 'utf8')}`
  .replaceAll('CM16-9000009', 'CM16-9000099')
  .replaceAll('Left knee arthroscopy', 'Left knee <img src=x onerror="window.harmed=1"> arthroscopy')
  .replaceAll('rheumatoid', '<script>window.harmed=2</script>rheumatoid')

/** The sample letters, a letter full of markup, and a file that is no letter. */
export async function serveHostile(): Promise<ServedRun> {
  const hostile = mkdtempSync(join(tmpdir(), 'imr-hostile-'))
  writeFileSync(join(hostile, 'hostile.txt'), HOSTILE)
  writeFileSync(join(hostile, 'no-letter.txt'), 'A note on <b>knees</b> that is no letter of any kind.')
  try {
    return await serveRun(CORPUS, hostile)
  } finally {
    rmSync(hostile, { recursive: true })
  }
}

/** The records of a run. */
export const recordsOf = (folder: string): CaseRecord[] =>
  readFileSync(join(folder, 'records.ndjson'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong with a page, one line for each rule. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { target: string[] }[] }[] }
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  )
}

/** What the tests of one file share; set before the first of them. */
interface Shared {
  browser: Browser
  run: ServedRun
}

/** A browser, and a run over the letters of `serveHostile`, for all tests of a file. */
export function sharedHostile(): Shared {
  const shared = {} as Shared
  beforeAll(async () => {
    shared.browser = await openBrowser()
    shared.run = await serveHostile()
  }, 120_000)
  afterAll(async () => {
    await shared.run?.close()
    await shared.browser?.close()
  })
  return shared
}
