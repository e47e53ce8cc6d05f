import { describe, expect, it } from 'vitest'
import type { GuidelineSide } from '../../../document/index.ts'
import { reviewerGuidelines } from '../../../extractors/guidelines/index.ts'
import { itemValuesOf } from '../values.ts'

/** "basis: source|title|year|section+section|pages; …", with dashes for missing parts. */
function read(text: string): string {
  const { reviewer } = itemValuesOf(reviewerGuidelines, text) as { reviewer: GuidelineSide }
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
    ...['Section', 'Sections'].map(label => [
      `the label ${label}`,
      `${MTUS} Low Back Complaints 2004, ${label}: Special Studies, Summary.`,
      'mtus: MTUS|Low Back Complaints|2004|Special Studies + Summary|-',
    ]),
    ...['CA MTUS', 'the California MTUS', 'Medical Treatment Utilization Schedule (MTUS)'].map(name => [
      `the schedule as ${name}`,
      `Decision based on ${name} Knee Complaints 2004.`,
      'mtus: MTUS|Knee Complaints|2004|-|-',
    ]),
    [
      'another work behind a chapter',
      `${MTUS} Knee Complaints 2004, ODG Knee chapter.`,
      'mtus: MTUS|Knee Complaints|2004|-|- ODG|Knee chapter|-|-|-',
    ],
    [
      'another work behind sections',
      `${MTUS} Knee Complaints 2004, Section(s): Special Studies; and the Official Disability Guidelines, Knee: MRI.`,
      'mtus: MTUS|Knee Complaints|2004|Special Studies|- ODG|Knee: MRI|-|-|-',
    ],
    [
      'a chapter with the schedule named again',
      `${MTUS} Knee Complaints 2004 and MTUS Elbow Complaints 2007.`,
      'mtus: MTUS|Knee Complaints|2004|-|- MTUS|Elbow Complaints|2007|-|-',
    ],
    [
      'another work in the same sentence',
      `${MTUS} Knee Complaints 2004 and Non-MTUS Citation ODG, Knee Chapter.`,
      'mtus: MTUS|Knee Complaints|2004|-|- ODG|Knee Chapter|-|-|-',
    ],
    ['a title after dashes', `${OTHER} ODG--Neck Chapter.`, 'outside-mtus: ODG|Neck Chapter|-|-|-'],
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
    ['one of four boxes, without a chapter', `${MTUS} ACOEM.`, 'mtus: MTUS|ACOEM|-|-|-'],
    [
      'two of four boxes',
      `${MTUS} ACOEM, Chronic Pain Treatment Guidelines.`,
      'mtus: MTUS|ACOEM|-|-|- MTUS|Chronic Pain Treatment Guidelines|-|-|-',
    ],
    [
      'a chapter of the ACOEM guidelines, and a box',
      `${MTUS} ACOEM Chapter 9 Shoulder Complaints Page(s): 204, Chronic Pain Treatment Guidelines Exercise Page(s): 46.`,
      'mtus: MTUS|Shoulder Complaints|-|-|204 MTUS|Chronic Pain Treatment Guidelines|-|Exercise|46',
    ],
    ['a topic of the ACOEM guidelines', `${MTUS} ACOEM Opioids Page(s): 5.`, 'mtus: MTUS|ACOEM|-|Opioids|5'],
    [
      'titles with colons, brackets and slashes',
      `${MTUS} Workplace Mental Health: Anxiety Disorders 2021, Section(s): Therapy, and Coronavirus (COVID-19) 2021, and Occupational/Work-Related Asthma 2020.`,
      'mtus: MTUS|Workplace Mental Health: Anxiety Disorders|2021|Therapy|- MTUS|Coronavirus (COVID-19)|2021|-|- MTUS|Occupational/Work-Related Asthma|2020|-|-',
    ],
    [
      'misspelt titles, as they are written',
      `${MTUS} Accupuncture Treatment Guidelines Page(s): 8, Forewarm, Wrist, and Hand Complaints Page(s): 264.`,
      'mtus: MTUS|Accupuncture Treatment Guidelines|-|-|8 MTUS|Forewarm, Wrist, and Hand Complaints|-|-|264',
    ],
    [
      'a chapter of no known title and without a year',
      `${MTUS} Foot Care, Section(s): Orthotics, Shoes.`,
      'mtus: MTUS|Foot Care|-|Orthotics + Shoes|-',
    ],
    [
      'chapters in a sentence each',
      `${MTUS} Knee Complaints Page(s): 341. Chronic Pain Treatment Guidelines Page(s): 98 and 99.`,
      'mtus: MTUS|Knee Complaints|-|-|341 MTUS|Chronic Pain Treatment Guidelines|-|-|98 and 99',
    ],
    [
      'no more than the sentence that cites',
      `${MTUS} Knee Complaints 2004, Section(s): Initial Care. The chapter asks for more.`,
      'mtus: MTUS|Knee Complaints|2004|Initial Care|-',
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
      'mtus: MTUS|Chronic Pain Medical Treatment Guidelines|-|Physical Medicine|98-99',
    ],
    [
      'topics of one chapter, each with its pages',
      `${BASED} Chronic Pain Medical Treatment Guidelines, Drug testing, page 43, and Opioids, page 78, which are part of the MTUS.`,
      'mtus: MTUS|Chronic Pain Medical Treatment Guidelines|-|Drug testing|43 MTUS|Chronic Pain Medical Treatment Guidelines|-|Opioids|78',
    ],
    [
      'another work behind the pages of a chapter',
      `${BASED} Knee Complaints Chapter (2004), page 341, the Elbow Complaints Chapter (2007), page 9, and the ${ODG}, Pain, page 2.`,
      'mtus: MTUS|Knee Complaints|2004|-|341 MTUS|Elbow Complaints|2007|-|9 ODG|Pain, page 2|-|-|-',
    ],
    [
      'pages without a topic of their own',
      `${BASED} Knee Complaints Chapter (2004), page 341, and page 343.`,
      'mtus: MTUS|Knee Complaints|2004|-|341, and page 343',
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
    [
      'what is cited in one sentence with the silence of the MTUS',
      `The Expert Reviewer found that the MTUS does not address saunas and relied on the ${ODG}, Pain Chapter.`,
      'outside-mtus: ODG|Pain Chapter|-|-|-',
    ],
    [
      'what is cited where no section applies',
      `No section of the MTUS was applicable. ${BASED} Harbor Society of Spine Surgery, Journal of Canes, 2011;4:12-18.`,
      'outside-mtus: other|Harbor Society of Spine Surgery, Journal of Canes, 2011;4:12-18|-|-|-',
    ],
    [
      'two works with "and on"',
      'The Expert Reviewer relied on the Knee Complaints Chapter (2004), page 341, part of the MTUS, and on the Reed Institute consensus statement on canes.',
      'mtus: MTUS|Knee Complaints|2004|-|341 other|Reed Institute consensus statement on canes|-|-|-',
    ],
    [
      'a list of sections',
      'The Expert Reviewer relied on the Chronic Pain Medical Treatment Guidelines (2009), Massage therapy, Exercise, pages 46-47 and 60, part of the MTUS.',
      'mtus: MTUS|Chronic Pain Medical Treatment Guidelines|2009|Massage therapy + Exercise|46-47 and 60',
    ],
    [
      'pages whose hyphen stood at the end of a line',
      `${BASED} Chronic Pain Medical Treatment Guidelines, Exercise, pages 46- 47, which is part of the MTUS.`,
      'mtus: MTUS|Chronic Pain Medical Treatment Guidelines|-|Exercise|46-47',
    ],
    [
      'a section and pages before the title',
      `${BASED} Exercise section of the Chronic Pain Medical Treatment Guidelines, page 46, and on page 9 of the Postsurgical Treatment Guidelines.`,
      'mtus: MTUS|Chronic Pain Medical Treatment Guidelines|-|Exercise|46 MTUS|Postsurgical Treatment Guidelines|-|-|9',
    ],
    [
      'the schedule before its chapter',
      `${BASED} Medical Treatment Utilization Schedule (MTUS), Neck and Upper Back Complaints (2004), page 177.`,
      'mtus: MTUS|Neck and Upper Back Complaints|2004|-|177',
    ],
    [
      'the schedule as a whole, and another work',
      `${BASED} MTUS and the Non-MTUS ODG, Pain.`,
      'mtus: MTUS|-|-|-|- ODG|Pain|-|-|-',
    ],
    [
      'words that turn the sentence around',
      'The Knee Complaints Chapter (2004), page 341, was relied upon by the professional reviewer because it speaks of canes.',
      'mtus: MTUS|Knee Complaints|2004|-|341',
    ],
    [
      'a work and what it says',
      'The Official Disability Guidelines (ODG), Pain Chapter, states that saunas are a luxury. It goes on for a page.',
      'outside-mtus: ODG|Pain Chapter|-|-|-',
    ],
    [
      'a name with full stops',
      `${BASED} Reed T. On canes, 2nd ed. Harbor Press. 2011; 4: 12.`,
      'outside-mtus: other|Reed T. On canes, 2nd ed. Harbor Press. 2011; 4: 12|-|-|-',
    ],
    [
      'works that are no part of the MTUS, either of them',
      `${BASED} Reed Society guideline and the Cole Review of canes, neither of which is part of the MTUS.`,
      'outside-mtus: other|Reed Society guideline and the Cole Review of canes|-|-|-',
    ],
    ['no work in other words', 'The Expert Reviewer did not cite any evidence basis.', 'none:'],
    ['no work, and nobody named', 'No guidelines were cited.', 'none:'],
    ['no work', 'The Expert Reviewer did not cite any evidence for his/her decision.', 'none:'],
    ['nothing', 'See above.', 'null:'],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toBe(expected)
  })
})
