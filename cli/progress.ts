import { Presets, SingleBar } from 'cli-progress'
import { counted, duration, nounOf } from '../document/index.ts'
import type { Progress } from '../workers/index.ts'

/** How a run shows its progress: a bar on a terminal, an occasional line elsewhere. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void
  readonly log: (line: string) => void
  readonly end: () => void
}

/** A progress display for this stream. */
export const progressLine = (stream: NodeJS.WriteStream): ProgressLine => (stream.isTTY ? bar(stream) : lines(stream))

function bar(stream: NodeJS.WriteStream): ProgressLine {
  const format = '{bar} {percentage}%  {value}/{total}{more} letters  {rejected} rejected  {rate}/s  {left} left'
  const single = new SingleBar(
    { stream, format, barsize: 24, hideCursor: true, noTTYOutput: false },
    Presets.shades_classic,
  )
  let started = false
  return {
    show: progress => {
      // A bar of nothing is drawn full.
      if (progress.total === 0) return
      if (!started) single.start(progress.total, progress.done, shown(progress))
      else {
        single.setTotal(progress.total)
        single.update(progress.done, shown(progress))
      }
      started = true
    },
    log: line => stream.write(`\r\x1b[K${line}\n`),
    end: () => {
      if (started) single.stop()
      started = false
    },
  }
}

/** A progress display that shows nothing. */
export const SILENT_LINE: ProgressLine = { show: () => {}, log: () => {}, end: () => {} }

const INTERVAL_MS = 10_000

function lines(stream: NodeJS.WriteStream): ProgressLine {
  let last = performance.now()
  return {
    show: progress => {
      if (performance.now() - last < INTERVAL_MS) return
      last = performance.now()
      const { rate, left, more } = shown(progress)
      stream.write(
        `${counted(progress.done)} of ${counted(progress.total)}${more} ${nounOf(progress.total, 'letter')}, ${counted(progress.rejected)} rejected, ${rate} per second, ${left} left\n`,
      )
    },
    log: line => stream.write(`${line}\n`),
    end: () => {},
  }
}

const shown = ({ rejected, perSecond, secondsLeft, listed }: Progress) => ({
  rejected,
  // More are still being found.
  more: listed ? '' : '+',
  rate: perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0),
  left: secondsLeft === null ? '?' : duration(secondsLeft),
})
