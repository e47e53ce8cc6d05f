import { join } from 'node:path'
import { downloadObject, uploadObject } from './objects.ts'

/** What a run leaves for people, in the order in which it appears; the last one says that the others are complete. */
const RESULTS = ['records.ndjson', 'rejections.ndjson', 'inputs.ndjson', 'summary.json']

/** What it leaves for later runs. */
const CATALOGUE = '.imr/inputs.sqlite'
const STATUS = '.imr/status.json'

/** Fetches the list of inputs of earlier runs into a folder of this process. */
export async function fetchCatalogue(url: string, folder: string): Promise<void> {
  await downloadObject(`${url}/${CATALOGUE}`, join(folder, CATALOGUE))
}

/** Writes the results of a run that has ended. */
export async function sendResults(url: string, folder: string): Promise<void> {
  for (const name of [CATALOGUE, ...RESULTS, STATUS]) await uploadObject(`${url}/${name}`, join(folder, name))
}
