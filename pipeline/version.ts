import packageFile from '../package.json' with { type: 'json' }

/** Who made a record. Outcomes of one version are never mixed with those of another. */
export const EXTRACTOR = { name: packageFile.name, version: packageFile.version } as const

export const PIPELINE_VERSION: string = packageFile.version
