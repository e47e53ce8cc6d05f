import { found, span } from '../../document/index.ts'
import type { ItemExtractor } from '../extractor.ts'

// "The MTUS is silent", "The California MTUS/ACOEM Guidelines do not specifically address laser", "the MTUS and the ODG do
// not mention it", "not addressed by the MTUS"
const SILENT =
  /\bMTUS\b(?:[ ,/]+(?:the|and|or|of|also|(?:chronic|pain|medical|treatment|acute|guidelines?|schedule|california|ca)|[A-Z][\w-]*|20\d\d)){0,10}[ ,]+(?:(?:is|are|was|remains?) (?:\w+ )?silent|(?:do|does|did)(?: not|n't) (?:\w+ )?(?:address|mention|discuss|cover|comment|speak|include|contain|apply)|(?:has|have|makes?|offers?|gives?) no (?:\w+ )?(?:guidance|recommendations?|guidelines?|mention))\b|\bnot (?:\w+ )?(?:addressed|mentioned|discussed|covered) (?:in|by|within) (?:the )?(?:california |ca )?MTUS\b/i

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
