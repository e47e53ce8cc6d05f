import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const site = z.object({ part: z.string(), side: z.string().nullable() })
const hashed = z.object({ flatSha256: z.string(), flatLength: z.int() }).nullable()
const citation = z.object({
  source: z.string(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  sections: z.array(z.string()),
  pages: z.string().nullable(),
})
const side = z.object({ basis: z.string().nullable(), citations: z.array(citation) })

/** Everything is optional: gold has what its annotators looked at, and only that is scored. */
const item = z.object({
  ordinal: z.int(),
  text: z.string(),
  decision: z.string(),
  urAction: z.string().optional(),
  requested: z.string().optional(),
  authorized: z.string().nullable().optional(),
  disputed: z.string().optional(),
  category: z.string().nullable().optional(),
  subcategory: z.string().nullable().optional(),
  kind: z.string().nullable().optional(),
  drug: z
    .object({
      name: z.string().nullable(),
      strength: z.string().nullable(),
      quantity: z.int().nullable(),
      refills: z.int().nullable(),
    })
    .nullable()
    .optional(),
  sessions: z.int().nullable().optional(),
  sites: z.array(site).optional(),
  claimsAdministrator: side.optional(),
  reviewer: side.optional(),
  rationale: hashed.optional(),
  rationaleParts: z.array(z.object({ part: z.string(), text: z.string() })).optional(),
  reasons: z.array(z.object({ code: z.string(), quote: z.string().optional() })).optional(),
  dependsOn: z.int().nullable().optional(),
  priorSessions: z.int().nullable().optional(),
  mtusSilent: z.literal(true).nullable().optional(),
})

/** The schema of a gold file. */
export const goldSchema = z.object({
  form: z.string().optional(),
  caseNumber: z.string().nullable().optional(),
  dates: z.record(z.string(), z.string().nullable()).optional(),
  priority: z.string().nullable().optional(),
  worker: z
    .object({ age: z.int().nullable(), sex: z.string().nullable(), occupation: z.string().nullable().optional() })
    .optional(),
  reviewer: z.object({ statesOfLicensure: z.array(z.string()), specialties: z.array(z.string()) }).optional(),
  clinicalCaseSummary: hashed.optional(),
  diagnoses: z
    .array(
      z.object({
        text: z.string(),
        also: z.array(z.string()),
        assertion: z.string(),
        icd10: z.string().nullable(),
        sites: z.array(site),
      }),
    )
    .optional(),
  treatments: z
    .array(z.object({ text: z.string(), also: z.array(z.string()), kind: z.string(), status: z.string() }))
    .optional(),
  disputedItems: z.array(item).optional(),
  documentsReviewed: z.array(z.string()).optional(),
})

/** The annotations of one letter by careful readers. */
export type Gold = z.infer<typeof goldSchema>
/** Length and hash of a long text, which gold does not repeat. */
export type HashedText = NonNullable<z.infer<typeof hashed>>
/** The annotations of a disputed item. */
export type GoldItem = NonNullable<Gold['disputedItems']>[number]

/**
 * Reads a folder of gold files, one per letter, by base name. A `structure.ndjson` in the folder or next to it adds the
 * header, hashes and items of the letter with the same case number.
 */
export function loadGold(folder: string): Map<string, Gold> {
  const structure = loadStructure(folder)
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  return new Map(
    names.sort().map(file => {
      const base = file.replace(/\.json$/, '')
      const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      return [base, combine(gold, structure.get(base) ?? structure.get(gold.caseNumber ?? ''))]
    }),
  )
}

function loadStructure(folder: string): Map<string, Gold> {
  for (const path of [join(folder, 'structure.ndjson'), join(folder, '..', 'structure.ndjson')]) {
    const lines = readIfThere(path).split('\n').filter(Boolean)
    if (lines.length > 0)
      return new Map(lines.map(line => goldSchema.parse(JSON.parse(line))).map(gold => [gold.caseNumber ?? '', gold]))
  }
  return new Map()
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function combine(gold: Gold, structure: Gold | undefined): Gold {
  if (!structure) return gold
  const items = gold.disputedItems?.map(item => ({
    ...structure.disputedItems?.find(other => other.ordinal === item.ordinal),
    ...item,
  }))
  return { ...structure, ...gold, ...(items ? { disputedItems: items } : {}) }
}
