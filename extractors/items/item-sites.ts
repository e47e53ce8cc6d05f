import { placed } from '../../document/index.ts'
import { findSites } from '../../terminology/index.ts'
import type { ItemExtractor } from '../extractor.ts'
import { readRequest } from './ur-action.ts'

/** Where in the body the disputed part is: "EMG of the bilateral lower extremities". */
export const itemSites: ItemExtractor = {
  name: 'items/sites',
  reads: 'heading',
  extract: text => {
    const { disputed } = readRequest(text)
    if (disputed.end <= disputed.start) return {}
    return { sites: placed(findSites(text.slice(disputed.start, disputed.end)), disputed.start) }
  },
}
