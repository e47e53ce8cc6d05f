import { found, span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/wordings/rationales.json' with { type: 'json' }
import type { ItemExtractor } from '../extractor.ts'
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(vocabulary.patterns)

const SILENT = wording('mtus-silent')

/** Whether the reviewer says that the MTUS does not address the service: "The MTUS is silent on yoga." */
export const mtusSilent: ItemExtractor = {
  name: 'reasons/mtus-silent',
  reads: 'rationale',
  extract: text => {
    const match = SILENT.exec(text)
    const at = match && span(match.index, match.index + match[0].length)
    return { mtusSilent: at && found(true, at, 'rationale/mtus-silent') }
  },
}
