import type { ItemSurroundings } from '../../../extractors/extractor.ts'
import { reasons } from '../../../extractors/reasons/index.ts'
import { plain } from '../items/plain.ts'

export type Decision = ItemSurroundings['decision']

export const item = (decision: Decision, heading = 'MRI of the knee'): ItemSurroundings => ({
  ordinal: 1,
  decision,
  heading,
  items: [],
})

interface Read {
  readonly reasons: readonly { readonly code: string; readonly confidence: number }[]
  readonly rationaleParts: readonly { readonly part: string; readonly text: string }[]
  readonly dependsOn: number | null
}

export const read = (text: string, about: ItemSurroundings = item('upheld')): Read =>
  plain(reasons.extract(text, about)) as unknown as Read

export const codes = (text: string, about?: ItemSurroundings): string[] =>
  read(text, about).reasons.map(({ code }) => code)
