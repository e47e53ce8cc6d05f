import { expect, test } from 'vitest'
import { findRecognizer } from '../../../pipeline/index.ts'
import { ingest, OCR_PIPELINE } from '../../../workers/index.ts'
import { loadStages, PIPELINE } from '../../../workers/sandbox/stages.ts'
import { fingerprints } from '../../../workers/store/fingerprint.ts'
import { folder, lines, results } from '../support.ts'

const SCANS = new URL('../../../corpus/scans/letters/', import.meta.url).pathname

const records = async (out: string) => lines((await results(out))['records.ndjson'] ?? '') as { source: object }[]

test.skipIf(findRecognizer() === null)(
  'a scan that was rejected is read by a run with OCR',
  { timeout: 120_000 },
  async () => {
    const out = await folder()
    const { summary } = await ingest({ inputs: [SCANS], out, queue: false })
    expect(summary.rejectionCodes).toEqual({ E_NO_TEXT: 1 })
    expect(await ingest({ inputs: [SCANS], out, queue: false, stages: OCR_PIPELINE })).toMatchObject({
      processed: 1,
      summary: { records: 1, rejections: 0 },
    })
    expect(await records(out)).toMatchObject([{ source: { ocr: { engine: findRecognizer()!.engine, pages: [1, 2] } } }])
    // Neither run reuses what the other has read.
    expect(await ingest({ inputs: [SCANS], out, queue: false })).toMatchObject({ reused: 1, summary: { records: 0 } })
  },
)

test.skipIf(findRecognizer() === null)(
  'the version names the engine and its words as parts of the reader',
  async () => {
    const [plain, ocr] = [await loadStages(PIPELINE), await loadStages(OCR_PIPELINE)]
    expect(ocr.PIPELINE_VERSION).toBe(`${plain.PIPELINE_VERSION}-${findRecognizer()!.engine}-${fingerprints().words}`)
  },
)
