import { ingest } from '../../workers/index.ts'

/** An ingest as a process of its own, for tests that kill it: the options as JSON in the only argument. */
const print = (line: string) => process.stderr.write(`${line}\n`)
const result = await ingest({
  ...JSON.parse(process.argv[2] ?? '{}'),
  log: print,
  onProgress: progress => print(JSON.stringify(progress)),
})
process.stdout.write(JSON.stringify(result))
