import { Presets, SingleBar } from 'cli-progress'

/** The number of finished letters, shown on a terminal only. */
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
