import { createHash } from 'node:crypto'
import type { SourceDocument } from '../document/index.ts'

/** A letter of form D3 from parts; every word is invented. */
export function letterText({
  header = HEADER,
  credentials = 'State(s) of Licensure: California,North Carolina\nCertification(s)/Specialty: Family Practice',
  summary = 'The injured worker is a 41 year old female who sustained an industrial injury on 3-4-16.',
  items = [item()],
}: {
  header?: string
  credentials?: string
  summary?: string
  items?: readonly string[]
} = {}): string {
  return [
    header,
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer. The reviewer weighed the medical\n' +
      'condition and disputed items/Service.',
    `The Expert Reviewer has the following credentials:\n${credentials}`,
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the case\n' +
      'file, including all medical records:',
    summary,
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    ...items,
  ].join('\n\n')
}

const HEADER = `Case Number: CM16-9900001
Date Assigned: 05/09/2016 Date of Injury: 03/04/2016
Decision Date: 06/02/2016 UR Denial Date: 04/20/2016
Priority: Standard Application
Received:
05/02/2016`

export function item({
  heading = 'Aquatic therapy for the left knee',
  outcome = ': Upheld',
  claims = 'Decision based on MTUS Knee Complaints 2004.',
  reviewer = 'Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.',
  rationale = 'Nothing shows why land exercise would fail. The request is not medically necessary.',
}: Partial<Record<'heading' | 'outcome' | 'claims' | 'reviewer' | 'rationale', string>> = {}): string {
  return [
    `${heading}${outcome}`,
    `Claims Administrator guideline: ${claims}`,
    `MAXIMUS guideline: ${reviewer}`,
    `Decision rationale: ${rationale}`,
  ].join('\n\n')
}

/** The source document of a text, as the text reader gives it, without weights. */
export function sourceOf(text: string): SourceDocument {
  const ends = [...text.matchAll(/\f|$/g)].map(match => match.index + match[0].length)
  return {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    name: 'letter.txt',
    mediaType: 'text/plain',
    bytes: Math.max(1, Buffer.byteLength(text)),
    text,
    pages: ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end })),
    runs: [],
  }
}
