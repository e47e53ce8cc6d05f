/** The folder that all paths have in common, with the separator at its end, given the first and the last in order. */
export function sharedFolder(first: string, last: string): string {
  let end = 0
  while (end < first.length && first[end] === last[end]) end++
  return /^.*[/\\]/s.exec(first.slice(0, end))?.[0] ?? ''
}

/**
 * What people see of the path of an input: the part below the folder that all inputs share, so that two files of one
 * name differ. Without a path, or if its bytes are in a copy under another name, the name of the file.
 */
export const shownPath = (name: string, path: string | null, shared: string): string =>
  path?.startsWith(shared) && path.endsWith(name) ? path.slice(shared.length) : name
