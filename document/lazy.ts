/** A value that is made when it is first asked for, and kept: to import a vocabulary costs nothing until it is used. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
