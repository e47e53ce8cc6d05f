import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { LetterSource } from '../letter.ts'
import { printPdf } from '../print-pdf.ts'
import { printText } from '../print-text.ts'
import { flowingLetter } from './flowing-letter.ts'
import { htmlOf } from './html.ts'
import { openDocumentOf } from './open-document.ts'
import { printWithPdfkit } from './pdfkit.ts'
import { pathOf, run } from './tools.ts'

/** A program that makes PDFs of letters. */
export interface Printer {
  readonly name: string
  /** The commands that it needs. */
  readonly needs: readonly string[]
  /** Whether its pages are pictures. */
  readonly scans?: true
  readonly print: (letters: readonly LetterSource[], folder: string) => void | Promise<void>
}

type Write = (letter: LetterSource) => string | Promise<Uint8Array>

/** Writes the letters to files in a subfolder and returns their paths. */
async function written(
  letters: readonly LetterSource[],
  folder: string,
  ending: string,
  write: Write,
): Promise<string[]> {
  const own = join(folder, ending)
  mkdirSync(own, { recursive: true })
  const paths: string[] = []
  for (const letter of letters) {
    paths.push(join(own, `${letter.name}.${ending}`))
    writeFileSync(paths.at(-1)!, await write(letter))
  }
  return paths
}

const ownPdfs = (letters: readonly LetterSource[], folder: string) => written(letters, folder, 'own.pdf', printPdf)

/** Prints files that a word processor opens, many at a time. */
const officePrints =
  (ending: string, write: Write): Printer['print'] =>
  async (letters, folder) =>
    convert(await written(letters, folder, ending, write), 'pdf', folder)

function convert(paths: readonly string[], to: string, folder: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths])
}

const html: Write = letter => htmlOf(flowingLetter(letter))

const chromiumPrints =
  (options: { readonly displayHeaderFooter: boolean }): Printer['print'] =>
  async (letters, folder) => {
    const browser = await chromium.launch({ executablePath: pathOf('chromium')!, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      for (const path of await written(letters, folder, 'html', html)) {
        await page.goto(`file://${path}`)
        const margin = { top: '1in', bottom: '1in', left: '1in', right: '1in' }
        await page.pdf({ path: pdfIn(folder, path), format: 'Letter', margin, ...options })
      }
    } finally {
      await browser.close()
    }
  }

const pdfIn = (folder: string, path: string): string => join(folder, `${nameOf(path)}.pdf`)
const nameOf = (path: string): string => /([^/]+?)\.[a-z.]+$/.exec(path)![1]!

/** Sends the corpus PDFs through a program, one at a time. */
const rewrites =
  (rewrite: (from: string, to: string) => void): Printer['print'] =>
  async (letters, folder) => {
    for (const path of await ownPdfs(letters, folder)) rewrite(path, pdfIn(folder, path))
  }

const ghostscript =
  (device: string, more: readonly string[] = []) =>
  (from: string, to: string) =>
    run('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', `-sDEVICE=${device}`, ...more, `-sOutputFile=${to}`, from])

const throughPostScript = (from: string, to: string): void => {
  ghostscript('ps2write')(from, `${to}.ps`)
  ghostscript('pdfwrite')(`${to}.ps`, to)
}

const throughWord: Printer['print'] = async (letters, folder) => {
  const own = await written(letters, folder, 'fodt', letter => openDocumentOf(flowingLetter(letter)))
  const word = join(folder, 'docx')
  convert(own, 'docx', word)
  convert(
    own.map(path => join(word, `${nameOf(path)}.docx`)),
    'pdf',
    folder,
  )
}

const qpdf =
  (...options: readonly string[]) =>
  (from: string, to: string) =>
    run('qpdf', ['--warning-exit-0', ...options, from, to])

/** Every program with all letters of the corpus; scans take seconds per page, so they are made of a few. */
export const PRINTERS: readonly Printer[] = [
  {
    name: 'LibreOffice, a document',
    needs: ['soffice'],
    print: officePrints('fodt', letter => openDocumentOf(flowingLetter(letter))),
  },
  { name: 'LibreOffice, of Word', needs: ['soffice'], print: throughWord },
  { name: 'LibreOffice, a web page', needs: ['soffice'], print: officePrints('html', html) },
  { name: 'LibreOffice, a text', needs: ['soffice'], print: officePrints('txt', printText) },
  { name: 'Chromium', needs: ['chromium'], print: chromiumPrints({ displayHeaderFooter: false }) },
  { name: 'Chromium, head and foot', needs: ['chromium'], print: chromiumPrints({ displayHeaderFooter: true }) },
  {
    name: 'pdfkit',
    needs: [],
    print: async (letters, folder) => {
      for (const letter of letters) await printWithPdfkit(flowingLetter(letter), join(folder, `${letter.name}.pdf`))
    },
  },
  { name: 'Ghostscript', needs: ['gs'], print: rewrites(ghostscript('pdfwrite')) },
  { name: 'Ghostscript, PostScript', needs: ['gs'], print: rewrites(throughPostScript) },
  { name: 'Cairo', needs: ['pdftocairo'], print: rewrites((from, to) => run('pdftocairo', ['-pdf', from, to])) },
  { name: 'qpdf, linearized', needs: ['qpdf'], print: rewrites(qpdf('--decrypt', '--linearize')) },
  {
    name: 'qpdf, object streams',
    needs: ['qpdf'],
    print: rewrites(qpdf('--object-streams=generate', '--recompress-flate', '--compress-streams=y')),
  },
  {
    name: 'a scan, grey, 200 dpi',
    needs: ['gs'],
    scans: true,
    print: rewrites(ghostscript('pdfimage8', ['-r200'])),
  },
]
