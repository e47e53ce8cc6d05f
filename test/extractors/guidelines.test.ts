import { describe, expect, it } from 'vitest'
import { type GuidelineSide, settle } from '../../document/index.ts'
import { reviewerGuidelines } from '../../extractors/guidelines/index.ts'

/** "basis: source|title|year|section+section|pages; …", dashes for what is absent. */
function read(text: string): string {
  const { reviewer } = settle<{ reviewer: GuidelineSide }>(reviewerGuidelines.extract(text) as never).value
  const works = reviewer.citations.map(({ source, title, year, sections, pages }) =>
    [source, title ?? '-', year ?? '-', sections.join(' + ') || '-', pages ?? '-'].join('|'),
  )
  return [`${reviewer.basis}:`, ...works].join(' ')
}

const MTUS = 'Decision based on MTUS'
const OTHER = 'Decision based on Non-MTUS Citation'

describe('guidelines', () => {
  it.each([
    ['a chapter', `${MTUS} Shoulder Complaints 2004.`, 'mtus: MTUS|Shoulder Complaints|2004|-|-'],
    [
      'sections',
      `${MTUS} Low Back Complaints 2004, Section(s): Special Studies, Summary.`,
      'mtus: MTUS|Low Back Complaints|2004|Special Studies + Summary|-',
    ],
    [
      'chapters whose titles hold commas and "and"',
      `${MTUS} Forearm, Wrist, and Hand Complaints 2004, and Neck and Upper Back Complaints 2004, Section(s): Initial Care.`,
      'mtus: MTUS|Forearm, Wrist, and Hand Complaints|2004|-|- MTUS|Neck and Upper Back Complaints|2004|Initial Care|-',
    ],
    [
      'commas in brackets and inside titles',
      `${MTUS} Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, Lidoderm (patch, gel), Work conditioning, work hardening.`,
      'mtus: MTUS|Chronic Pain Medical Treatment|2016|NSAIDs, GI symptoms & cardiovascular risk + Lidoderm (patch, gel) + Work conditioning, work hardening|-',
    ],
    [
      'numbered sections with commas and colons',
      `${MTUS} Opioid Treatment 2016, Section(s): 1.4 Opioids for Acute Pain: After Surgery, 3.3.1.2 Opioids for Chronic Pain: Adverse Events, Prior to Treatment.`,
      'mtus: MTUS|Opioid Treatment|2016|1.4 Opioids for Acute Pain: After Surgery + 3.3.1.2 Opioids for Chronic Pain: Adverse Events, Prior to Treatment|-',
    ],
    [
      'a section that is named like a chapter',
      `${MTUS} General Approaches 2004, Section(s): Prevention, Initial Approaches to Treatment.`,
      'mtus: MTUS|General Approaches|2004|Prevention + Initial Approaches to Treatment|-',
    ],
    [
      'chapters at commas, told from sections by their year',
      `${MTUS} Low Back Complaints 2004, Section(s): Treatment, General Approaches 2004, Section(s): Prevention, Elbow Complaints.`,
      'mtus: MTUS|Low Back Complaints|2004|Treatment|- MTUS|General Approaches|2004|Prevention + Elbow Complaints|-',
    ],
    [
      'the older form: topics of one chapter',
      `${MTUS} Chronic Pain Treatment Guidelines Drug Testing Page(s): 43, Opioids Page(s): 78, 91.`,
      'mtus: MTUS|Chronic Pain Treatment Guidelines|-|Drug Testing|43 MTUS|Chronic Pain Treatment Guidelines|-|Opioids|78, 91',
    ],
    [
      'the older form: topic and pages',
      `${MTUS} Chronic Pain Treatment Guidelines Massage Therapy Page(s): 60-61.`,
      'mtus: MTUS|Chronic Pain Treatment Guidelines|-|Massage Therapy|60-61',
    ],
    [
      'the older form: two chapters at a comma',
      `${MTUS} Knee Complaints, Chronic Pain Treatment Guidelines Exercise Page(s): 46, 47.`,
      'mtus: MTUS|Knee Complaints|-|-|- MTUS|Chronic Pain Treatment Guidelines|-|Exercise|46, 47',
    ],
    [
      'a chapter of no known title',
      `${MTUS} Foot Care 2019, Section(s): Orthotics.`,
      'mtus: MTUS|Foot Care|2019|Orthotics|-',
    ],
    [
      'MTUS and another source',
      `${MTUS} Knee Complaints 2004. ${OTHER} Official Disability Guidelines (ODG), Knee & Leg.`,
      'mtus: MTUS|Knee Complaints|2004|-|- ODG|Knee & Leg|-|-|-',
    ],
    [
      'the word Citation is missing',
      'Decision based on Non-MTUS Official Disability Guidelines.',
      'outside-mtus: ODG|-|-|-|-',
    ],
    [
      'one entry a naming, an edition, no date of access',
      `${OTHER} ODG, 14th Edition, 2016, Pain; ODG Knee (updated 12/12/16), and ACOEM Guidelines, Elbow.`,
      'outside-mtus: ODG|14th Edition, 2016, Pain|2016|-|- ODG|Knee (updated 12/12/16)|-|-|- ACOEM|Elbow|-|-|-',
    ],
    [
      'other works',
      `${OTHER} ODG Pain and Other Medical Treatment Guidelines Smith J. On canes. Jones Press.`,
      'outside-mtus: ODG|Pain|-|-|- other|Smith J. On canes. Jones Press|-|-|-',
    ],
    [
      'addresses',
      `${OTHER} http://one.example/a-b, https://two.example/c.`,
      'outside-mtus: other|http://one.example/a-b|-|-|- other|https://two.example/c|-|-|-',
    ],
    [
      'addresses without a comma between them',
      `${OTHER} http://one.example/a-b https://two.example/c.`,
      'outside-mtus: other|http://one.example/a-b|-|-|- other|https://two.example/c|-|-|-',
    ],
    [
      'articles one after another',
      `${OTHER} Smith J, Jones P. On canes. J Walk. 2014;96(2):120-8. Miller KT. On crutches. J Walk. 2015;3:1-9.`,
      'outside-mtus: other|Smith J, Jones P. On canes. J Walk. 2014;96(2):120-8|-|-|- other|Miller KT. On crutches. J Walk. 2015;3:1-9|-|-|-',
    ],
    [
      'the rest of the name of a source',
      `${OTHER} ODG guidelines, Pain and ACOEM guidelines: Elbow.`,
      'outside-mtus: ODG|Pain|-|-|- ACOEM|Elbow|-|-|-',
    ],
    [
      'outside',
      `The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. ${OTHER} ODG, Hip.`,
      'outside-mtus: ODG|Hip|-|-|-',
    ],
    ['none', 'The Expert Reviewer did not cite any medical evidence for its decision.', 'none:'],
    ['unreadable', 'See above.', 'null:'],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('guidelines in the sentences of the oldest forms', () => {
  const BASED = 'The Expert Reviewer based his/her decision on the'
  const ODG = 'Official Disability Guidelines (ODG)'
  it.each([
    [
      'a chapter with its topic and pages',
      `${BASED} Chronic Pain Medical Treatment Guidelines, Physical Medicine, pages 98-99, which is part of the MTUS.`,
      'mtus: MTUS|Chronic Pain Medical Treatment|-|Physical Medicine|98-99',
    ],
    [
      'topics of one chapter, each with its pages',
      `${BASED} Chronic Pain Medical Treatment Guidelines, Drug testing, page 43, and Opioids, page 78, which are part of the MTUS.`,
      'mtus: MTUS|Chronic Pain Medical Treatment|-|Drug testing|43 MTUS|Chronic Pain Medical Treatment|-|Opioids|78',
    ],
    [
      'another work behind the pages of a chapter',
      `${BASED} Knee Complaints Chapter (2004), page 341, the Elbow Complaints Chapter (2007), page 9, and the ${ODG}, Pain, page 2.`,
      'mtus: MTUS|Knee Complaints|2004|-|341 MTUS|Elbow Complaints|2007|-|9 ODG|Pain, page 2|-|-|-',
    ],
    [
      'pages without a topic of their own',
      `${BASED} Knee Complaints Chapter (2004), page 341, and page 343.`,
      'mtus: MTUS|Knee Complaints|2004|-|341',
    ],
    [
      'an edition in brackets',
      `${BASED} Low Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), page 300, which is part of the MTUS.`,
      'mtus: MTUS|Low Back Complaints|2004|-|300',
    ],
    [
      'the source before the chapter',
      'The reviewer relied upon the ACOEM Guidelines, 2nd Edition, 2004, Chapter 9, Shoulder Complaints, page 207, part of the MTUS. It is clear.',
      'mtus: MTUS|Shoulder Complaints|2004|-|207',
    ],
    [
      'a part of the MTUS and another work',
      `${BASED} Knee Complaints Chapter (2004), which is part of the MTUS, and the ${ODG}, Knee Chapter, which is not part of the MTUS.`,
      'mtus: MTUS|Knee Complaints|2004|-|- ODG|Knee Chapter|-|-|-',
    ],
    ['another work alone', `${BASED} ${ODG}, Pain Chapter.`, 'outside-mtus: ODG|Pain Chapter|-|-|-'],
    ['a work of no known name', `${BASED} Smith on the spine.`, 'outside-mtus: other|Smith on the spine|-|-|-'],
    ['an unknown part of the MTUS', `${BASED} Foot Care, which is part of the MTUS.`, 'mtus: MTUS|Foot Care|-|-|-'],
    [
      'what is cited where the MTUS is silent',
      `The MTUS is silent on this. ${ODG}, Pain Chapter.`,
      'outside-mtus: ODG|Pain Chapter|-|-|-',
    ],
    ['no work', 'The Expert Reviewer did not cite any evidence for his/her decision.', 'none:'],
    ['nothing', 'See above.', 'null:'],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toBe(expected)
  })
})
