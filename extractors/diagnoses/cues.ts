import cues from '../../vocabulary/context/diagnosis-cues.json' with { type: 'json' }

/**
 * `main`: everything that follows is a diagnosis, also a symptom. `disease`, `history`, `absent`: only named diseases
 * and injuries are; a list of `purpose` may begin with symptoms. `possible`: only conditions that the vocabulary knows.
 * `after`: what "status post" names, operations too. `excluded`: what was ruled out.
 */
export type StatementKind = 'main' | 'history' | 'disease' | 'purpose' | 'possible' | 'absent' | 'after' | 'excluded'

export interface StatementCue {
  readonly kind: StatementKind
  readonly cue: RegExp
}

const compiled = (entries: readonly { readonly cue: string }[], flags: string): RegExp[] =>
  entries.map(({ cue }) => new RegExp(cue, flags))

const union = (entries: readonly { readonly cue: string }[], flags: string): RegExp =>
  new RegExp(entries.map(({ cue }) => cue).join('|'), flags)

export const STATEMENTS: readonly StatementCue[] = cues.statements.map(({ kind, cue }) => ({
  kind: kind as StatementKind,
  cue: new RegExp(cue, 'gi'),
}))
/** Cues behind the conditions that they speak of: "a fracture was ruled out". */
export const BACKWARD: readonly StatementCue[] = cues.backward.map(({ kind, cue }) => ({
  kind: kind as StatementKind,
  cue: new RegExp(cue, 'gi'),
}))
export const ENDS = union(cues.ends, 'i')
export const IMAGING = union(cues.findings, 'i')
export const TOGETHER = union(cues.together, 'gi')
/** What ICD-10-CM puts behind a condition, after a comma. */
export const BEHIND = union(cues.behind, 'i')
export const OPENING = compiled(cues.opening, '')
export const CLOSING = compiled(cues.closing, '')
export const NONE = union(cues.none, 'i')
export const QUALIFIERS: ReadonlySet<string> = new Set(cues.qualifiers)
