import { ingest } from '../../workers/index.ts'

/** An ingest as a separate process, for tests that kill it; the only argument is its options as JSON. */
const print = (line: string) => process.stderr.write(`${line}\n`)
const logged = (text: string, fields = {}) => print(`${text} ${JSON.stringify(fields)}`)
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort(new Error('interrupted')))
const result = await ingest({
  ...JSON.parse(process.argv[2] ?? '{}'),
  log: { info: logged, warn: logged },
  signal: stop.signal,
  onProgress: progress => print(JSON.stringify(progress)),
})
process.stdout.write(JSON.stringify(result))
