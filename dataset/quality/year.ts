import type { CaseRecord } from '../../document/index.ts'
import { UNKNOWN } from './tally.ts'

/** The year of a letter's decision, as a name for counting. */
export const decisionYear = ({ dates }: CaseRecord): string => dates.decision?.slice(0, 4) ?? UNKNOWN
