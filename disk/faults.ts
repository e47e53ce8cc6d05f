/** Disk errors, which are never the fault of a letter. */
const DISK_CODES: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG'],
  ...['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'ESTALE'],
])
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS'])

/** Whether an error comes from the disk, even if it came through a queue. */
export const isDiskFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && DISK_CODES.has(codeOf(error))

/** A disk error in plain words, with what to do about it; any other error unchanged. */
export function describeDiskError(error: unknown, folder: string): unknown {
  if (!isDiskFault(error)) return error
  const code = codeOf(error)
  return Object.assign(new Error(`${messageFor(code, folder)} (${error.message})`), { code })
}

/** The message of an error; in plain words if a path may not be used, or not as a folder. */
export function messageOf(error: Error): string {
  const { code = '', path } = error as NodeJS.ErrnoException
  if (path === undefined) return error.message
  if (CLOSED.has(code)) return `no permission to use ${path}`
  return code === 'EEXIST' || code === 'ENOTDIR' ? `not a folder: ${path}` : error.message
}

/** SQLite's own codes for the same errors. */
const SQLITE_CODES: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' }

/** An error that came through a queue is reduced to its message, which begins with its code. */
function codeOf(error: Error): string {
  const { code, errcode } = error as NodeJS.ErrnoException & { errcode?: number }
  if (code === 'ERR_SQLITE_ERROR') return SQLITE_CODES[(errcode ?? 0) & 0xff] ?? code
  return code ?? /^([A-Z]+): /.exec(error.message)?.[1] ?? ''
}

function messageFor(code: string, folder: string): string {
  if (FULL.has(code)) return `no room left for ${folder}: free some space and run the same command again to continue`
  if (CLOSED.has(code))
    return `cannot write to ${folder}: change its permissions and run the same command again to continue`
  return `${folder} cannot be used: run the same command again once it can`
}
