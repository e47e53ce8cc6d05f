import { spacesFor } from '../../document/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(wordings)

/**
 * What a heading says beside the request: when, by which order, how it was coded and where it is given. Its figures count
 * nothing, and without it the amount is the last word of the request.
 */
const ASIDE = new RegExp(wording('aside'), 'gi')
const QUOTE = /["“”]/g

/** The text with such words replaced by spaces, so that all offsets stay, and without the spaces at its end. */
export const withoutAsides = (text: string): string => text.replace(QUOTE, ' ').replace(ASIDE, spacesFor).trimEnd()
