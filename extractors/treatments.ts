import { type Draft, found, type Treatment, verbatim } from '../document/index.ts'
import type { CaseExtractor } from './extractor.ts'
import { mentions } from './treatments/mentions.ts'
import { type Merged, merge } from './treatments/merge.ts'

/**
 * Every intervention or test that the summary speaks of:
 *
 *     Treatment to date has included physical therapy and Zyxomol 5 mg. The treatment plan included an MRI of the neck.
 *     => physical therapy, received; Zyxomol 5 mg, received; MRI of the neck, planned
 */
export const treatments: CaseExtractor = {
  name: 'treatments',
  reads: 'summary',
  extract: text => ({ treatments: merge(text, mentions(text)).map(merged => draftOf(text, merged)) }),
}

function draftOf(text: string, { mention, status }: Merged): Draft<Treatment> {
  return {
    text: verbatim(text, mention, 'treatments/term'),
    kind: found(mention.term.kind, mention, 'treatments/term'),
    status: found(status, mention, 'treatments/cue'),
  }
}
