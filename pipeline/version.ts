import packageFile from '../package.json' with { type: 'json' }

/** Identifies the program that made a record. Between releases, workers also compare a hash of the rules. */
export const EXTRACTOR = { name: packageFile.name, version: packageFile.version } as const

/** The version of the program. */
export const PIPELINE_VERSION: string = packageFile.version
