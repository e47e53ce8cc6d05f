// The pages of the viewer load this file, too, so it imports nothing.

/** "12,345" */
export const counted = (count: number): string => count.toLocaleString('en-US')

/** "letter" of one, "letters" of any other number */
export const nounOf = (count: number, noun: string): string => (count === 1 ? noun : `${noun}s`)

/** "1 letter", "12,345 letters" */
export const plural = (count: number, noun: string): string => `${counted(count)} ${nounOf(count, noun)}`

/** "13%"; a dash if there is no share. */
export const wholePercent = (share: number | null): string => (share === null ? '–' : `${Math.round(100 * share)}%`)

/** "40 s", "12 min", "3 h 5 min" */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "7 Dec 2016" */
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number)
  return `${date} ${MONTHS[month! - 1]} ${year}`
}
