/**
 * The case numbers that a person may mean by a word, as letters print them; none if the word is no case number. "CM" and
 * the hyphen may be missing, and the seven digits alone stand for the cases of every year. Letters of early 2013 have no
 * "CM".
 */
export function caseNumbersMeant(word: string): readonly string[] {
  const [, mark, year, number] = CASE_NUMBER.exec(word) ?? []
  if (number === undefined) return []
  const years = year === undefined ? YEARS : [year]
  return years.flatMap(each => [`CM${each}-${number}`, ...(mark ? [] : [`${each}-${number}`])])
}

const CASE_NUMBER = /^(?:(CM)?(\d\d)-?)?(\d{7})$/i

/** The first letters are of 2013. */
const YEARS = Array.from({ length: 87 }, (_, at) => String(13 + at))
