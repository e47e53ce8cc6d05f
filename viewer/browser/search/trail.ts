import { counted, plural } from '../../../document/format.ts'
import { caseLink } from '../address.ts'

/** The results from which the user came, to lead back to them and from each case to the next. */
export interface ResultTrail {
  /** Address of the results. */
  readonly back: string
  /** The cases on the page, each once, with the pointer of its first result. */
  readonly cases: readonly { readonly ref: string; readonly pointer: string }[]
  /** How many cases were found, on all pages. */
  readonly total: number
  readonly isFirstPage: boolean
  /** Address of the next page of results. */
  readonly further: string | null
}

/** Where one can go from a case. */
export interface Ways {
  readonly back: string | null
  /** The position among the results: "2 of 15 cases found". */
  readonly place: string
  readonly before: string | null
  readonly after: string | null
}

const KEY = 'imr-trail'

/** Kept as long as the tab is open, so that a reload loses nothing. */
export const rememberTrail = (found: ResultTrail): void => sessionStorage.setItem(KEY, JSON.stringify(found))

/** For a case among the results its neighbours there; for any other its neighbours in the run. */
export function waysFrom(ref: string, run: { readonly before: string | null; readonly after: string | null }): Ways {
  const found = lastTrail()
  const at = found?.cases.findIndex(one => one.ref === ref) ?? -1
  if (!found || at < 0)
    return { back: found?.back ?? null, place: '', before: linkTo(run.before), after: linkTo(run.after) }
  const link = (index: number) => {
    const one = found.cases[index]
    return one ? caseLink(one.ref, one.pointer) : null
  }
  return {
    back: found.back,
    place: placeIn(found, at),
    before: at === 0 ? null : link(at - 1),
    after: link(at + 1) ?? found.further,
  }
}

/** A later page does not know how many cases came before it, so the position is that on the page. */
const placeIn = ({ cases, total, isFirstPage }: ResultTrail, at: number): string =>
  isFirstPage
    ? `${counted(at + 1)} of ${plural(total, 'case')} found`
    : `${at + 1} of ${cases.length} on this page, ${plural(total, 'case')} found`

const linkTo = (ref: string | null): string | null => (ref === null ? null : caseLink(ref))

function lastTrail(): ResultTrail | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as ResultTrail | null
  } catch {
    return null
  }
}
