import packageFile from '../package.json' with { type: 'json' }

/** Who made a record. Between releases the workers tell versions apart by a hash of the rules as well. */
export const EXTRACTOR = { name: packageFile.name, version: packageFile.version } as const

export const PIPELINE_VERSION: string = packageFile.version
