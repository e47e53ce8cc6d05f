/**
 * A value that is computed on first use and then kept, so that importing a vocabulary costs nothing until it is needed.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
