/**
 * The sentences in which letters say what was cited, apart from the works themselves.
 *
 * Forms D and E:
 *
 *     Decision based on MTUS Low Back Complaints 2004.
 *     Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.
 *     The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.
 *     The Expert Reviewer did not cite any medical evidence for its decision.
 *
 * Forms A, B and C:
 *
 *     The Expert Reviewer relied on the Knee Complaints Chapter (2004), page 341, which is part of the MTUS, and on the
 *     Official Disability Guidelines (ODG), Knee Chapter, which is not part of the MTUS.
 *     The MTUS does not address gym memberships.
 */

import wordings from '../../vocabulary/context/citations.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(wordings)

/** The name of the schedule: "MTUS", "California Medical Treatment Utilization Schedule (MTUS)". */
export const SCHEDULE = wording('schedule')
/** The opening of a side. */
export const STATEMENT = new RegExp(wording('statement'), 'gi')
/** A side relied on something other than the MTUS. */
export const OUTSIDE = wording('outside')
/** A side cited no evidence. */
export const NONE = wording('no-evidence')
/** The whole sentence around the words that state one of these. */
export const BASIS = new RegExp(wording('basis'), 'gi')
/** Each work states for itself whether it is part of the MTUS. */
export const MEMBERSHIP = new RegExp(wording('membership'), 'gi')
/** Words before the works. */
export const INTRODUCTION = new RegExp(wording('introduction'), 'gi')
/** Words after the works. */
export const APPLIED = wording('applied')
/** Cites nothing: "The MTUS is silent on gym memberships". */
export const SILENT = wording('silent')
/** After a work: prose that says what the work states, or why it was cited. */
export const TAIL = wording('tail')
/** Words that make a sentence a statement rather than a mere list of works. */
export const SAYS = wording('says')
/** How a sentence of prose begins. */
export const OPENS_PROSE = wording('opens-prose')
/** The hierarchy of evidence, before the work to which it leads. */
export const HIERARCHY = wording('hierarchy')
