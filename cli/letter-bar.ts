import { Presets, SingleBar } from 'cli-progress'

/** How many letters are done, on a terminal; elsewhere nothing is shown. */
export function letterBar(stream: NodeJS.WriteStream) {
  const bar = new SingleBar(
    { stream, format: '{bar} {percentage}%  {value}/{total} letters', barsize: 24, hideCursor: true },
    Presets.shades_classic,
  )
  return {
    show: (done: number, total: number) => {
      if (!stream.isTTY) return
      if (bar.isActive) bar.update(done)
      else bar.start(total, done)
    },
    end: () => bar.stop(),
  }
}
