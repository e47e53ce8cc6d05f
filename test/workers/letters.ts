/** Invented letters in the published form: enough for the whole pipeline, different for each number. */
export const CANARY = 'the purple heron counted eleven teaspoons'

export function letter(number: number): string {
  const side = number % 2 === 0 ? 'left' : 'right'
  const outcome = number % 3 === 0 ? 'Overturned' : 'Upheld'
  const need = outcome === 'Upheld' ? 'is not medically necessary' : 'is medically necessary'
  return paragraphs(
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: California, Nevada',
    'Certification(s)/Specialty: Internal Medicine',
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
    `The injured worker is a ${30 + (number % 30)} year old female, who sustained an industrial injury on ${1 + (number % 12)}/4/2013. While she carried a crate, ${CANARY}. The diagnoses have included ${side} shoulder sprain and cervical strain. Treatment to date has included ${2 + number} visits of physical therapy.`,
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    `MRI of the ${side} shoulder: ${outcome}`,
    'Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment Guidelines.',
    'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints Page(s): 207-209.',
    `Decision rationale: Letter ${number} of this set asks for pictures of a ${side} shoulder. The request ${need}.`,
  )
}

const paragraphs = (...texts: string[]): string => `${texts.join('\n\n')}\n`
