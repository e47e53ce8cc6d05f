import type { CaseRecord, DisputedItem } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { bodyPartsOf, caseId, caseRank, entriesOf, type OfEntry, siteNames, yearOf } from './parts.ts'

const column = columnsOf<OfEntry<DisputedItem>>()

/** One row per disputed item, the unit in which the field counts decisions. */
export const items = defineTable({
  name: 'items',
  title: 'One row per disputed item: what was requested, its category and drug, the decision and its rationale',
  key: ['case_id', 'item'],
  references: ['cases'],
  each: (record: CaseRecord): OfEntry<DisputedItem>[] => entriesOf(record, record.disputedItems),
  columns: [
    caseId,
    column.integer('item', recordField('disputedItems.ordinal'), ({ entry }) => entry.ordinal),
    column.string('case_number', recordField('caseNumber'), ({ record }) => record.caseNumber),
    caseRank,
    column.date('decision_date', recordField('dates.decision'), ({ record }) => record.dates.decision),
    column.integer('decision_year', 'Year of the final determination', ({ record }) => yearOf(record.dates.decision)),
    column.string('text', recordField('disputedItems.text'), ({ entry }) => entry.text),
    column.string('decision', recordField('disputedItems.decision'), ({ entry }) => entry.decision),
    column.boolean(
      'medically_necessary',
      recordField('disputedItems.medicallyNecessary'),
      ({ entry }) => entry.medicallyNecessary,
    ),
    column.string('ur_action', recordField('disputedItems.urAction'), ({ entry }) => entry.urAction),
    column.string('requested', recordField('disputedItems.requested'), ({ entry }) => entry.requested),
    column.string('authorized', recordField('disputedItems.authorized'), ({ entry }) => entry.authorized),
    column.string('disputed', recordField('disputedItems.disputed'), ({ entry }) => entry.disputed),
    column.string('category', recordField('disputedItems.category'), ({ entry }) => entry.category),
    column.string('subcategory', recordField('disputedItems.subcategory'), ({ entry }) => entry.subcategory),
    column.string('kind', recordField('disputedItems.kind'), ({ entry }) => entry.kind),
    column.number('confidence', recordField('disputedItems.confidence'), ({ entry }) => entry.confidence),
    column.string('drug_name', recordField('disputedItems.drug.name'), ({ entry }) => entry.drug?.name ?? null),
    column.string(
      'drug_strength',
      recordField('disputedItems.drug.strength'),
      ({ entry }) => entry.drug?.strength ?? null,
    ),
    column.integer(
      'drug_quantity',
      recordField('disputedItems.drug.quantity'),
      ({ entry }) => entry.drug?.quantity ?? null,
    ),
    column.integer(
      'drug_refills',
      recordField('disputedItems.drug.refills'),
      ({ entry }) => entry.drug?.refills ?? null,
    ),
    column.strings(
      'drug_ingredients',
      recordField('disputedItems.drug.ingredients'),
      ({ entry }) => entry.drug?.ingredients ?? [],
    ),
    column.integer('sessions', recordField('disputedItems.sessions'), ({ entry }) => entry.sessions),
    column.strings('sites', 'Body sites, with the side: "left knee"', ({ entry }) => siteNames(entry.sites)),
    column.strings('body_parts', 'The same without sides and duplicates', ({ entry }) => bodyPartsOf(entry.sites)),
    column.string('administrator_basis', basis('claimsAdministrator'), ({ entry }) => entry.claimsAdministrator.basis),
    column.string('reviewer_basis', basis('reviewer'), ({ entry }) => entry.reviewer.basis),
    column.string('rationale', recordField('disputedItems.rationale'), ({ entry }) => entry.rationale),
    column.integer('depends_on', recordField('disputedItems.dependsOn'), ({ entry }) => entry.dependsOn),
    column.integer('prior_sessions', recordField('disputedItems.priorSessions'), ({ entry }) => entry.priorSessions),
    column.boolean('mtus_silent', recordField('disputedItems.mtusSilent'), ({ entry }) => entry.mtusSilent),
    column.boolean(
      'contradicted',
      always("The rationale's closing sentence says the opposite of the decision"),
      isContradicted,
    ),
  ],
})

function basis(side: 'claimsAdministrator' | 'reviewer') {
  const field = recordField(`disputedItems.${side}.basis`)
  const who = side === 'reviewer' ? 'The reviewer' : 'The claims administrator'
  return { ...field, description: `${who}: ${field.description}` }
}

function isContradicted({ record, ordinal }: OfEntry<DisputedItem>): boolean {
  return record.messages.some(
    ({ code, pointer }) => code === 'item/contradiction' && pointer === `/disputedItems/${ordinal - 1}/decision`,
  )
}
