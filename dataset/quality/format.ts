export { counted, day, nounOf, plural } from '../../document/index.ts'

/** "12.5%"; a dash if the total is zero. */
export const percent = (share: number | null): string => (share === null ? '–' : `${percentage(share)}%`)

/** "12.5". Halves are rounded up, as in SQL and spreadsheets; binary fractions would round some of them down. */
export const percentage = (share: number): string =>
  (Math.round(Number((share * 1000).toPrecision(12))) / 10).toFixed(1)

/** "0.95"; a dash if there is no value. */
export const places = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits))
