import type { CaseFacts, Message } from '../../document/index.ts'
import { placesNamed } from '../../extractors/index.ts'
import { doubt } from './doubt.ts'

type DecidedItem = CaseFacts['disputedItems'][number]

/** Contradictions between a rationale and its heading or decision. */
export const rationaleDoubts = (item: DecidedItem, at: number): Message[] => [
  ...sideDoubts(item, at),
  ...unmetDoubts(item, at),
]

/** The request is for the left knee, but the rationale speaks of the right one throughout. */
function sideDoubts({ sites, rationale }: DecidedItem, at: number): Message[] {
  const isOneSided = ({ part, side }: (typeof sites)[number]): boolean =>
    side !== null && side !== 'bilateral' && sites.filter(other => other.part === part).length === 1
  if (!sites.some(isOneSided)) return []
  const sided = placesNamed(rationale ?? '').filter(({ side }) => side !== null)
  return sites.flatMap((site, index) => {
    if (!isOneSided(site)) return []
    const { part, side } = site
    const sides = new Set(sided.filter(other => other.part === part).map(other => other.side))
    if (sides.size === 0 || sides.has(side) || sides.has('bilateral')) return []
    const pointer = `/disputedItems/${at}/sites/${index}/side`
    return [
      doubt('item/side-contradiction', 'warning', pointer, 'the rationale mentions only the other side of the body'),
    ]
  })
}

// "the criteria have not been met", "does not meet the guidelines", "the guidelines do not support"
const UNMET = [
  /\b(?:criteri(?:a|on)|requirements?|guidelines?|conditions?) (?:(?:for [a-z -]{3,40}|of the [a-z -]{3,30}) )?(?:is|are|was|were|have|has)(?: (?:clearly|therefore|also))? not(?: been)? (?:met|satisfied|fulfilled)\b/i,
  /\b(?:does|do|did) not (?:meet|satisfy|fulfill?) (?:the |these |this |any |all |mtus |odg |acoem )*(?:guideline |stated |above |required )?(?:criteri(?:a|on)|guidelines?|requirements?)\b/i,
]

// "The denial was for criteria that are not met", "although one criterion is not met": not the reviewer's conclusion.
const NOT_SAID =
  /\b(?:utilization|claims administrator|den(?:ied|ial)|previous(?:ly)?|prior|although|though|while|despite|however|but)\b/i

/** The denial is overturned although the rationale finds a criterion unmet. */
function unmetDoubts({ decision, rationale }: DecidedItem, at: number): Message[] {
  if (decision !== 'overturned') return []
  const said = (rationale ?? '').split(/(?<=[.!?]) /).filter(sentence => !NOT_SAID.test(sentence))
  if (!said.some(sentence => UNMET.some(pattern => pattern.test(sentence)))) return []
  const reason = 'overturned, although the rationale says that a criterion is not met'
  return [doubt('item/criterion-unmet', 'warning', `/disputedItems/${at}/decision`, reason)]
}
