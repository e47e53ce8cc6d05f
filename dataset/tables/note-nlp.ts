import type { CaseRecord, Diagnosis, Treatment } from '../../document/index.ts'
import { always, columnsOf, defineTable, limited } from '../table.ts'
import { caseId, type OfLetter } from './parts.ts'

/** A diagnosis or treatment in OMOP's terms: a mention in a note. */
interface NoteMention extends OfLetter {
  readonly text: string
  readonly pointer: string
  readonly exists: boolean
  readonly temporal: string | null
  readonly modifiers: Readonly<Record<string, string | null>>
}

const column = columnsOf<NoteMention>()

/** OMOP's value for a missing concept, and its date for an unknown one. */
const NO_CONCEPT = 0
const UNKNOWN_DATE = '1970-01-01'

/**
 * The table NOTE_NLP of the OMOP Common Data Model 5.4, with its names, types and lengths. No concepts are mapped:
 * codes are among the modifiers. No clock is used, so the date is that of the letter. `case_id` is an addition for
 * joins.
 */
export const noteNlp = defineTable({
  name: 'note_nlp',
  title: 'Diagnoses and treatments as table NOTE_NLP of the OMOP Common Data Model 5.4',
  key: ['note_nlp_id'],
  references: [],
  each: mentionsOf,
  columns: [
    column.integer('note_nlp_id', always('Row number'), (_, { row }) => row),
    column.integer('note_id', always('Number of the letter in this dataset'), (_, { letter }) => letter),
    column.integer('section_concept_id', always('0: no concept is mapped'), () => NO_CONCEPT),
    limited(column.string('snippet', 'Words of the summary around the mention', snippetOf), 250),
    limited(column.string('offset', 'Offset of the mention in the canonical text, in UTF-16 code units', offsetOf), 50),
    limited(
      column.string('lexical_variant', always('The mention as written'), ({ text }) => text),
      250,
    ),
    column.integer('note_nlp_concept_id', always('0: no concept is mapped'), () => NO_CONCEPT),
    column.integer('note_nlp_source_concept_id', always('0: no concept is mapped'), () => NO_CONCEPT),
    limited(
      column.string(
        'nlp_system',
        always('Program and version'),
        ({ record }) => `${record.extractor.name} ${record.extractor.version}`,
      ),
      250,
    ),
    column.date(
      'nlp_date',
      always('Date of the final determination; 1970-01-01 if it is not known'),
      ({ record }) => record.dates.decision ?? UNKNOWN_DATE,
    ),
    column.string('nlp_datetime', 'Not used', () => null),
    limited(
      column.string(
        'term_exists',
        always('Y: the patient has or had it; N: absent, possible or planned'),
        ({ exists }) => (exists ? 'Y' : 'N'),
      ),
      1,
    ),
    limited(
      column.string('term_temporal', 'present or past', ({ temporal }) => temporal),
      50,
    ),
    limited(column.string('term_modifiers', always('name=value, joined by ";"'), modifiersOf), 2000),
    caseId,
  ],
})

function mentionsOf(record: CaseRecord): NoteMention[] {
  return [
    ...record.diagnoses.map((diagnosis, at) => ofDiagnosis(record, diagnosis, at)),
    ...record.treatments.map((treatment, at) => ofTreatment(record, treatment, at)),
  ]
}

const ofDiagnosis = (record: CaseRecord, { text, assertion, icd10 }: Diagnosis, at: number): NoteMention => ({
  record,
  text,
  pointer: `/diagnoses/${at}/text`,
  exists: assertion === 'present' || assertion === 'historical',
  temporal: assertion === 'historical' ? 'past' : assertion === 'present' ? 'present' : null,
  modifiers: { type: 'diagnosis', assertion, icd10cm: icd10?.code ?? null },
})

const ofTreatment = (record: CaseRecord, { text, kind, status }: Treatment, at: number): NoteMention => ({
  record,
  text,
  pointer: `/treatments/${at}/text`,
  exists: status === 'received',
  temporal: status === 'received' ? 'past' : null,
  modifiers: { type: 'treatment', kind, status },
})

/** Leaves room in a snippet for a mention of 90 characters. */
const AROUND = 80

/** The words around the first mention, none of them cut; the mention alone if the summary words it differently. */
function snippetOf({ record, text }: NoteMention): string {
  const summary = record.clinicalCaseSummary ?? ''
  const at = summary.indexOf(text)
  if (at < 0) return text
  const start = at <= AROUND ? 0 : summary.indexOf(' ', at - AROUND) + 1
  const end = at + text.length + AROUND
  return summary.slice(
    Math.min(start, at),
    end < summary.length ? Math.max(summary.lastIndexOf(' ', end), at + text.length) : undefined,
  )
}

function offsetOf({ record, pointer }: NoteMention): string | null {
  const start = record.evidence[pointer]?.[0]?.start
  return start === undefined ? null : String(start)
}

function modifiersOf({ modifiers }: NoteMention): string {
  const known = Object.entries(modifiers).filter(([, value]) => value !== null)
  return known.map(([name, value]) => `${name}=${value}`).join(';')
}
