/** "12,345" */
export const counted = (count: number): string => count.toLocaleString('en-US')

/** "1 letter", "12,345 letters" */
export const plural = (count: number, noun: string): string => `${counted(count)} ${noun}${count === 1 ? '' : 's'}`

/** "12.5%"; a dash if the total is zero. */
export const percent = (share: number | null): string => (share === null ? '–' : `${percentage(share)}%`)

/** "12.5". Halves are rounded up, as in SQL and spreadsheets; binary fractions would round some of them down. */
export const percentage = (share: number): string =>
  (Math.round(Number((share * 1000).toPrecision(12))) / 10).toFixed(1)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "7 Dec 2016" */
export function day(iso: string): string {
  const [year, month, date] = iso.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** "0.95"; a dash if there is no value. */
export const places = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits))
