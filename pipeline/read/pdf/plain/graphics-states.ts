import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { type Dictionary, isName, isNumber, type PdfName, type PdfValue } from './objects.ts'

/** Entries that change nothing of where text is or whether it can be seen (ISO 32000-1, 8.4.5). */
const WITHOUT_EFFECT: ReadonlySet<PdfName> = new Set<PdfName>([
  '/Type',
  '/OP',
  '/op',
  '/OPM',
  '/SA',
  '/AIS',
  '/TK',
  '/SM',
])

/** How `drawing/` gets an entry of a graphics state; anything but an opaque, normal one is refused. */
const ENTRIES: Readonly<Record<PdfName, (value: PdfValue | undefined) => readonly [string, unknown]>> = {
  '/LW': width => ['LW', isNumber(width) ? Math.abs(width) : refuse('graphics-state')],
  '/CA': opacity => ['CA', isNumber(opacity) ? opacity : refuse('graphics-state')],
  '/ca': opacity => ['ca', isNumber(opacity) ? opacity : refuse('graphics-state')],
  '/BM': mode => ['BM', mode === '/Normal' ? 'source-over' : refuse('graphics-state')],
  '/SMask': mask => ['SMask', mask === '/None' ? false : refuse('graphics-state')],
}

/** The entries of the graphics state that the resources have under a name. */
export function graphicsState(
  file: PdfFile,
  resources: Dictionary,
  name: PdfValue | undefined,
): (readonly [string, unknown])[] {
  if (!isName(name)) refuse('graphics-state')
  const state = file.dictionary(file.dictionary(resources.get('/ExtGState')).get(name))
  return [...state].flatMap(([key, value]) => {
    if (WITHOUT_EFFECT.has(key)) return []
    const entry = ENTRIES[key] ?? refuse('graphics-state')
    return [entry(file.resolved(value))]
  })
}
