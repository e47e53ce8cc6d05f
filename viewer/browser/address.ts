/** Where the user is; all of it is in the address bar. */
export type Address =
  | { readonly page: 'search'; readonly parameters: URLSearchParams }
  | { readonly page: 'case'; readonly ref: string; readonly pointer: string }
  | { readonly page: 'file'; readonly ref: string }
  | { readonly page: 'run'; readonly parameters: URLSearchParams }
  /** An address that leads nowhere. */
  | { readonly page: 'none' }

/** `#/search?q=epidural`, `#/case/CM16-9000003/disputedItems/0/decision`, `#/run`. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  const [start, page = '', ref, ...steps] = path.split('/')
  const parameters = new URLSearchParams(query)
  if (start !== '') return { page: 'none' }
  if (page === 'case' && ref)
    return { page, ref: decoded(ref), pointer: steps.map(step => `/${decoded(step)}`).join('') }
  if (page === 'file' && ref && steps.length === 0) return { page, ref: decoded(ref) }
  if (page === 'run' && !ref) return { page, parameters }
  if ((page === 'search' || page === '') && !ref) return { page: 'search', parameters }
  return { page: 'none' }
}

/** Address of a search. */
export const searchLink = (parameters: URLSearchParams): string => {
  const query = parameters.toString()
  return query === '' ? '#/search' : `#/search?${query}`
}

/** Address of a case, with a value selected if `pointer` is given. */
export const caseLink = (ref: string, pointer = ''): string => `#/case/${encodeURIComponent(ref)}${encodeURI(pointer)}`

/** Address of a rejected file. */
export const fileLink = (id: string): string => `#/file/${encodeURIComponent(id)}`

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
