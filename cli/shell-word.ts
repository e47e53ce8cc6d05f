/** A path as a shell takes it, for commands that people copy. */
export const shellWord = (path: string): string =>
  /^[\p{L}\p{N}_./@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
