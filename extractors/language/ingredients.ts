import { type Found, found, type Span, shift } from '../../document/index.ts'
import { findHeadingTerms } from '../../terminology/index.ts'

/** The generic names of all drugs at the given places: "Norco" is hydrocodone and acetaminophen. */
export function ingredientsAt(text: string, places: readonly Span[]): Found<string>[] {
  const named = places.flatMap(place =>
    findHeadingTerms(text.slice(place.start, place.end)).flatMap(hit =>
      hit.term.ingredients.map(name => found<string>(name, shift(hit, place.start), 'drug/ingredient')),
    ),
  )
  return named.filter(({ value }, at) => named.findIndex(other => other.value === value) === at)
}
