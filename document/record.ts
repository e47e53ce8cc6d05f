import { z } from 'zod'

/**
 * The case record: the contract with everything downstream. The types and the committed JSON Schema are derived from
 * it.
 */
export const SCHEMA_VERSION = '1.1.0'

const text = z.string().min(1)
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Forms of the letter, by date. */
export const FORMS = ['A', 'B', 'C', 'D1', 'D2', 'D3', 'E', 'unknown'] as const
/** What the summary says about a condition. */
export const ASSERTIONS = ['present', 'possible', 'historical', 'absent'] as const
/** What the summary says about an intervention. */
export const STATUSES = ['received', 'planned'] as const
/** What the reviewer decides on an item: the denial stands, or the item is medically necessary. */
export const DECISIONS = ['upheld', 'overturned'] as const
/** Sides of the body. */
export const SIDES = ['left', 'right', 'bilateral'] as const
/** Bodies of guidelines. */
export const SOURCES = ['MTUS', 'ODG', 'ACOEM', 'other'] as const
/** What a side bases its position on: the MTUS, only other sources, or no medical evidence. */
export const BASES = ['mtus', 'outside-mtus', 'none'] as const
/** Parts of the body, from the head down. */
// biome-ignore format: a table reads better than 28 lines
export const BODY_PARTS = ['head', 'face', 'eye', 'ear', 'jaw', 'neck', 'upper-back', 'mid-back', 'low-back', 'sacrum-pelvis',
  'chest', 'abdomen', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'finger', 'hip', 'thigh', 'knee',
  'lower-leg', 'ankle', 'foot', 'toe', 'upper-extremity', 'lower-extremity', 'whole-body'] as const
/** Kinds of treatments, tests and services. */
// biome-ignore format: a table reads better than 11 lines
export const INTERVENTION_KINDS = ['medication', 'injection', 'surgery', 'therapy', 'device', 'diagnostic', 'behavioral', 'program',
  'consultation', 'activity', 'other'] as const

/** Why a denial is upheld or overturned. If two codes fit the same words, the first in the list applies. */
// biome-ignore format: a table reads better than 22 lines
export const REASON_CODES = ['depends-on-denied-item', 'not-industrial', 'first-line-drug-not-tried', 'conservative-care-not-exhausted',
  'no-functional-improvement', 'exceeds-guideline-amount', 'duplicate-or-concurrent', 'not-recommended', 'safety',
  'findings-do-not-support', 'request-unclear', 'alternative-suffices', 'no-rationale-given', 'criteria-not-met',
  'supports-necessary-item', 'conservative-care-failed', 'benefit-shown', 'within-guideline-amount', 'result-guides-care',
  'special-circumstances', 'criteria-met', 'unexplained'] as const
/** What a part of a rationale does. */
export const RATIONALE_PARTS = ['recital', 'case', 'summing-up', 'conclusion'] as const

/** A judgement of the program, so it has no evidence; `./imr evaluate` prints how well it is calibrated. */
const confidence = (of: string) => z.number().gt(0).lt(1).describe(`Probability, to two decimal places, that ${of}`)

const site = z.object({
  part: z.enum(BODY_PARTS).describe('Body part'),
  side: z.enum(SIDES).nullable().describe('Side of the body, if stated'),
})

const diagnosis = z.object({
  text: text.describe('The condition in the words of the clinical case summary'),
  assertion: z.enum(ASSERTIONS).describe('Whether the condition is present, possible, historical or absent'),
  icd10: z
    .object({
      code: text.describe('ICD-10-CM code, as specific as the words allow'),
      display: text.describe('Its official title'),
      edition: text.describe('Edition of ICD-10-CM that code and title are from'),
    })
    .nullable()
    .describe('The code for these words, if any'),
  sites: z.array(site).describe('Body sites'),
  confidence: confidence('a careful reader gives this condition with this assertion'),
})

const treatment = z.object({
  text: text.describe('The intervention or test in the words of the clinical case summary'),
  kind: z.enum(INTERVENTION_KINDS).describe('Kind of intervention'),
  status: z.enum(STATUSES).describe('Received, or only planned, requested or denied'),
  ingredients: z.array(text).describe('Generic names of a medication in lower case'),
  confidence: confidence('a careful reader gives this intervention with this kind and status'),
})

const citation = z.object({
  source: z.enum(SOURCES).describe('Body of guidelines'),
  title: text.nullable().describe('Chapter of the MTUS, or the words after the name of another source'),
  year: z.int().nullable().describe('Edition'),
  sections: z.array(text).describe('Sections cited, in order'),
  pages: text.nullable().describe('Pages as written'),
})

const side = z.object({
  basis: z.enum(BASES).nullable().describe('Cites the MTUS, only other sources, or no medical evidence'),
  citations: z.array(citation).describe('One entry for each work cited'),
})

const drug = z.object({
  name: text.describe('Lower case, without strength or form; ingredients of a compound joined by "/"'),
  strength: text.nullable().describe('As written'),
  quantity: z.int().nullable().describe('Tablets, patches, tubes, boxes'),
  refills: z.int().nullable().describe('Refills requested'),
  ingredients: z.array(text).describe('Generic names in lower case, so that brands count with their generics'),
})

const rationalePart = z.object({
  part: z
    .enum(RATIONALE_PARTS)
    .describe(
      'What the part does, judged from its text, so it has no evidence. recital: what guidelines or literature say; case: what the reviewer says about this case; summing-up; conclusion',
    ),
  text: text.describe('Text of the part'),
})

const reason = z.object({
  code: z.enum(REASON_CODES).describe('Why the reviewer decided this way'),
  confidence: confidence('a careful reader gives this code'),
})

const disputedItem = z.object({
  ordinal: z.int().positive().describe('Position in the letter, from 1'),
  text: text.describe('Heading of the item without its outcome'),
  decision: z.enum(DECISIONS).describe('upheld: the denial stands; overturned: medically necessary'),
  medicallyNecessary: z.boolean().describe('Whether the item was found medically necessary'),
  urAction: z.enum(['denied', 'modified']).describe('What utilization review had done'),
  requested: text.describe('What the provider requested'),
  authorized: text.nullable().describe('What the claims administrator allowed'),
  disputed: text.describe('What remains in dispute'),
  category: text.nullable().describe('Category of the DWC index'),
  subcategory: text.nullable().describe('Sub-category of the DWC index'),
  kind: z.enum(INTERVENTION_KINDS).nullable().describe('Kind of intervention'),
  drug: drug.nullable().describe('What was prescribed, if the item is a drug'),
  sessions: z.int().nullable().describe('Visits, sessions, treatments or days in dispute'),
  sites: z.array(site).describe('Body sites'),
  confidence: confidence('category, sub-category and kind are all right'),
  claimsAdministrator: side.describe("The claims administrator's guidelines"),
  reviewer: side.describe("The reviewer's guidelines"),
  rationale: text.nullable().describe('Why the reviewer decided this way'),
  rationaleParts: z.array(rationalePart).describe('The rationale divided into its parts, in order'),
  reasons: z.array(reason).max(3).describe('What the decision is based on, the decisive reason first'),
  dependsOn: z.int().positive().nullable().describe('Ordinal of the item whose decision determines this one, if any'),
  priorSessions: z
    .int()
    .nullable()
    .describe('Visits or sessions of the same service that the worker already had, if they are counted'),
  mtusSilent: z
    .literal(true)
    .nullable()
    .describe('true: the reviewer says that the MTUS does not address it; null: the reviewer does not say so'),
})

const evidence = z.object({
  start: z.int().nonnegative().describe('Offset of the first UTF-16 code unit in the canonical text'),
  end: z.int().nonnegative().describe('Offset after the last one'),
  page: z.int().positive().describe('Page number, from 1'),
  boxes: z
    .array(z.tuple([z.number(), z.number(), z.number(), z.number()]))
    .describe('Coordinates in points from the lower left corner'),
  rule: text.describe('Name of the rule that read the value'),
})

const message = z.object({
  code: text.describe('Kind of message, such as item/contradiction'),
  severity: z.enum(['info', 'warning', 'error']).describe('error: what the form promises was not found'),
  pointer: z.string().nullable().describe('JSON Pointer to the doubtful value, if it is in the record'),
  reason: text.describe('What is doubtful; never quotes the letter'),
})

/** The schema of a case record. */
export const caseRecord = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION).describe('Version of this schema'),
    id: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}(#[1-9]\d*)?$/)
      .describe('Hash of the bytes of the source; #n is added for the n-th of several letters in a file'),
    source: z.object({
      name: text.describe('Base name of the file'),
      mediaType: z.enum(['application/pdf', 'text/plain']).describe('Type of the file'),
      bytes: z.int().positive().describe('Size of the file'),
      pages: z.int().positive().describe('Pages of the file'),
      characters: z.int().nonnegative().describe('Length of the canonical text in UTF-16 code units'),
      form: z.enum(FORMS).describe('Form of the letter'),
      ocr: z
        .object({
          engine: text.describe('Name and version of the OCR engine'),
          pages: z.array(z.int().positive()).describe('Their page numbers'),
          confidence: z.number().min(0).max(1).describe('Mean over the characters that were read'),
        })
        .nullable()
        .describe('Pages that are pictures and were read by OCR, if any'),
    }),
    status: z.enum(['complete', 'partial']).describe('partial: something the form promises was not found'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'Probability that all diagnoses, treatments, items and reasons are right: the product of their confidences, so the more entries, the lower; 0 if the record is partial',
      ),
    caseNumber: z
      .string()
      .regex(/^(?:CM\d{2}-\d{7}|13-\d{3,6})$/)
      .nullable()
      .describe('Case number given by the review organization; in early 2013 without "CM"'),
    dates: z.object({
      injury: isoDate.nullable().describe('Date of injury'),
      urDenial: isoDate.nullable().describe('Date on which utilization review denied or modified the request'),
      applicationReceived: isoDate.nullable().describe('Date on which the application for review was received'),
      assigned: isoDate.nullable().describe('Date on which the case was assigned'),
      decision: isoDate.nullable().describe('Date of the final determination'),
    }),
    priority: z.enum(['standard', 'expedited']).nullable().describe('Priority of the review'),
    worker: z.object({
      age: z.int().nullable().describe('Age in years'),
      sex: z.enum(['female', 'male']).nullable().describe('As stated in the letter'),
      occupation: text.nullable().describe('Occupation of the worker, in the words of the letter'),
    }),
    reviewer: z.object({
      statesOfLicensure: z
        .array(z.string().regex(/^[A-Z]{2}$/))
        .describe('Two-letter codes, in the order of the letter'),
      certifications: z
        .array(z.object({ text: text.describe('As written'), specialty: text.nullable().describe('Normalised name') }))
        .describe('Certifications and specialties, in the order of the letter'),
    }),
    clinicalCaseSummary: text.nullable().describe('The summary without its fixed opening sentence, with lines joined'),
    diagnoses: z.array(diagnosis).describe('What was wrong with the worker'),
    treatments: z.array(treatment).describe('What had been tried, or was planned'),
    disputedItems: z.array(disputedItem).describe('What was disputed, how and why it was decided'),
    outcome: z
      .enum(['upheld', 'overturned', 'partially-overturned'])
      .nullable()
      .describe('Outcome of the case, from the decisions of its items'),
    documentsReviewed: z
      .array(text)
      .describe('Documents sent to the reviewer, as listed in the letter; posted letters list them until 2014'),
    evidence: z
      .record(z.string(), z.array(evidence))
      .describe(
        'Maps JSON Pointers into this record to places in the letter; judged values (confidence, rationaleParts/*/part) have none',
      ),
    messages: z.array(message).describe('What was doubtful'),
    extractor: z
      .object({ name: text.describe('Name of the program'), version: text.describe('Its version') })
      .describe('The program that made the record'),
  })
  .meta({ title: 'IMR case record' })

/**
 * The part of the record that is read from the letter. The rest says where the record comes from and what is doubtful.
 */
export const caseFacts = caseRecord.omit({
  schemaVersion: true,
  id: true,
  source: true,
  status: true,
  confidence: true,
  evidence: true,
  messages: true,
  extractor: true,
})

/**
 * What is known about one letter, as plain JSON. What the letter does not say is null or `[]`. Dates are `YYYY-MM-DD`;
 * offsets of evidence are UTF-16 units of the canonical text (the `text` of the source), pages count from 1, boxes are
 * `[x0, y0, x1, y1]` in PDF points from the lower left of the page. The JSON Schema, `imr/case-record.schema.json`,
 * describes each field.
 */
export type CaseRecord = z.infer<typeof caseRecord>
/** The part of a record that is read from the letter. */
export type CaseFacts = z.infer<typeof caseFacts>
/** What was disputed, how it was decided, and why. */
export type DisputedItem = CaseRecord['disputedItems'][number]
/** A condition that the clinical case summary names. */
export type Diagnosis = CaseRecord['diagnoses'][number]
/** An intervention or test that the clinical case summary names. */
export type Treatment = CaseRecord['treatments'][number]
/** A work that one side cites for an item. */
export type Citation = z.infer<typeof citation>
/** What the claims administrator, or the reviewer, relied on for an item. */
export type GuidelineSide = z.infer<typeof side>
/** What was prescribed. */
export type Drug = z.infer<typeof drug>
/** A body site. */
export type Site = z.infer<typeof site>
/** A place in the letter from which a value was read. */
export type Evidence = z.infer<typeof evidence>
/** Why a denial is upheld or overturned. */
export type ReasonCode = (typeof REASON_CODES)[number]
/** What a part of a rationale does. */
export type RationalePart = (typeof RATIONALE_PARTS)[number]
/** The form of a letter. */
export type Form = (typeof FORMS)[number]
/** The kind of a treatment, test or service. */
export type InterventionKind = (typeof INTERVENTION_KINDS)[number]
/** A part of the body. */
export type BodyPart = (typeof BODY_PARTS)[number]
/** A side of the body. */
export type Side = (typeof SIDES)[number]
