import { basename, matchesGlob } from 'node:path'
import { archiveMembers } from './archive.ts'
import type { InputEntry, SkipReason } from './entry.ts'

/** Which files to find. */
export interface FindOptions {
  /** A folder to leave out, such as the output folder. */
  readonly except?: string | undefined
  /** Globs over paths relative to the named folder; if there are any, only matching files are inputs. */
  readonly include?: readonly string[] | undefined
  /** Globs over the same paths; matching files are skipped. */
  readonly exclude?: readonly string[] | undefined
  readonly onSkip?: ((reason: SkipReason) => void) | undefined
}

/** The members of an archive that are wanted. */
export async function* wantedMembers(path: string, relative: string, options: FindOptions): AsyncGenerator<InputEntry> {
  for await (const member of archiveMembers(path, relative))
    if (/(?:^|\/)(?:\.|__MACOSX\/)/.test(member.relative.slice(relative.length + 2))) options.onSkip?.('hidden')
    else if (isWanted(member.relative, options)) yield member
    else options.onSkip?.('excluded')
}

/** Whether the globs select a file. */
export const isWanted = (relative: string, { include = [], exclude = [] }: FindOptions): boolean =>
  (include.length === 0 || include.some(glob => fits(relative, glob))) && !exclude.some(glob => fits(relative, glob))

/** A glob without a slash applies to file names in any folder. */
const fits = (relative: string, glob: string): boolean =>
  matchesGlob(relative, glob) || (!glob.includes('/') && matchesGlob(basename(relative), glob))
