import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { indexRun } from '../../dataset/index.ts'
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
  await ingest({ inputs: [letters], out: folder, noRedis: true })
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
