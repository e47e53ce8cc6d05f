import { expect, test } from 'vitest'
import { checkedWords } from '../../../pipeline/repair/unknown-words.ts'

const read = (text: string) => {
  const { count, unknown } = checkedWords(text)
  return [count, ...unknown.map(({ start, end }) => text.slice(start, end))]
}

test('words that no list has, and how many words there are', () => {
  expect(read('The patiemt (a 40-year-old welder) has low b|ack pain.')).toEqual([11, 'patiemt', '40', 'b|ack'])
})

test('a word at the end, in any case, and characters beyond ASCII', () => {
  expect(read('Naïve PAIN')).toEqual([3, 've'])
  expect(read('')).toEqual([0])
})

test.each(['http://www.zzmed.example/pro/xqx.html', 'www.zzmed.example/qrx', '(zzmed.com/xqx-qrx.htm)'])(
  'no word of the address %s is unknown',
  address => {
    expect(read(`See ${address} for rest.`).slice(1)).toEqual([])
  },
)
