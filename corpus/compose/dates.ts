/** 2016-10-13 as 10/13/2016. */
export function slashed(date: string): string {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}

/** 2013-09-06 as 9/6/2013. */
export const short = (date: string): string => slashed(date).replace(/(^|\/)0/g, '$1')

/** 2013-08-30 as August 30, 2013. */
export const spelled = (date: string): string =>
  new Date(date).toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
