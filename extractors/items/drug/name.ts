import { matchesOf, type Span, span, trimmed } from '../../../document/index.ts'
import { drugNames, type Phrase, type Term } from '../../../terminology/index.ts'
import wordings from '../../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'

const wording = patternsOf(wordings)

/** The words that name the drug: several if they list the ingredients of a mixture. */
export interface DrugName {
  readonly value: string
  readonly spans: readonly Span[]
}

// "Orphenadrine Citrate ER": the salt is part of the name, the release form is not.
const SALT = wording('salt')
// "Pantoprazole sod DR", "Lidocaine ointment", "Voltaren gel", "Topical lidocaine", "Medrol dose pak"
const NO_NAME = new RegExp(wording('form-of-drug'), 'gi')
// "Flurbiprofen 20%/Baclofen 2%": what may come between two ingredients of a mixture.
const BETWEEN = wording('between-parts')
const STRENGTH = /\(?\d[\d.,]*\s?(?:mg|mcg|gm?|%)?\)?(?:\s(?:hcl|hydrochloride|sodium))?/gi

const COMPOUND = /^(?:compound|cmpd)\b/

/** The name of the drug in a heading, given the drugs found in it. */
export function drugName(text: string, drugs: readonly Phrase<Term>[]): DrugName | null {
  const named = drugs.filter(({ term }) => term.use !== 'generic' && !COMPOUND.test(term.concept))
  const [first] = named.length > 0 ? named : drugs
  const ingredients = matchesOf(text, INGREDIENT).map(match => span(match.index, match.index + match[1]!.length))
  // The name of a mixture is none of its ingredients: "FCL (flurbiprofen 20%, lidocaine 5%)".
  const single = named.filter(({ term }) => term.subcategory !== 'Topical Compounds')
  if (ingredients.length > 1) return mixture(text, withKnown(ingredients, single))
  if (!first) return unknownName(text)
  const parts = [nameAt(text, first)]
  for (const next of named.slice(1)) {
    const from = parts.at(-1)!.end
    if (!BETWEEN.test(text.slice(from, next.start).replace(STRENGTH, ''))) break
    parts.push(nameAt(text, next))
  }
  const value = [...new Set(parts.map(part => plain(text.slice(part.start, part.end))))].join('/')
  return value === '' ? null : { value, spans: parts }
}

// "Flurbiprofen 20%, Zyxomol HCL 5%": the one or two words before each percentage of a mixture, known or not.
const INGREDIENT = new RegExp(wording('ingredient'), 'gi')

/** Adds known drugs whose percentage is elsewhere ("Camphor/Menthol 2%/1%"). */
const withKnown = (ingredients: readonly Span[], drugs: readonly Span[]): Span[] =>
  [
    ...ingredients,
    ...drugs.filter(drug => !ingredients.some(({ start, end }) => drug.start < end && drug.end > start)),
  ].sort((a, b) => a.start - b.start)

const mixture = (text: string, spans: readonly Span[]): DrugName => ({
  value: [...new Set(spans.map(part => plain(text.slice(part.start, part.end))))].join('/'),
  spans,
})

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(NO_NAME, '')
    .replace(JOINED, (pair, first: string, second: string) =>
      drugNames().has(first) && drugNames().has(second) ? `${first}/${second}` : pair,
    )
    .replace(/\s+/g, ' ')
    .trim()

// "oxycodone-acetaminophen" is the compound oxycodone/acetaminophen.
const JOINED = /\b([a-z]{3,})(?:-| - | ?\/ )([a-z]{3,})\b/g

function nameAt(text: string, drug: Span): Span {
  let { start, end } = drug
  for (let salt = SALT.exec(text.slice(end)); salt; salt = SALT.exec(text.slice(end))) end += salt[0].length
  return { start, end }
}

// "Retrospective Zyxomol 5mg", "60 tablets of Zyxomol", "Post-op Zyxomol", "1 prescription of Zyxomol"
const LEAD = wording('before-drug')
// The name of an unknown drug: a word, what is joined to it, and its salt.
const WORDS = wording('unknown-drug')

function unknownName(text: string): DrugName | null {
  let start = 0
  for (let lead = LEAD.exec(text); lead; lead = LEAD.exec(text.slice(start))) start += lead[0].length
  const words = WORDS.exec(text.slice(start))
  if (!words) return null
  const at = trimmed(text, span(start, start + words[0].length))
  const value = plain(text.slice(at.start, at.end))
  return value === '' ? null : { value, spans: [at] }
}
