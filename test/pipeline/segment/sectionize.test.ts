import { describe, expect, it } from 'vitest'
import { type Rejected, type SectionedDocument, span } from '../../../document/index.ts'
import { sectionize } from '../../../pipeline/segment/sectionize.ts'
import { item, letterText, sourceOf } from '../../letters.ts'

const read = (text: string): SectionedDocument => sectionize(sourceOf(text))
const at = ({ folded }: SectionedDocument, range: { start: number; end: number } | null | undefined) =>
  range ? folded.text.slice(range.start, range.end) : null
const headings = (text: string): (string | null)[] => {
  const document = read(text)
  return document.items.map(one => at(document, one.heading))
}
const codeOf = (text: string): string => {
  try {
    return `form ${read(text).form}`
  } catch (error) {
    return (error as Rejected).code
  }
}

describe('sections', () => {
  it('cuts a letter at its headings and drops the fixed sentences', () => {
    const document = read(letterText())
    expect(document.sections.map(section => section.kind)).toEqual(['header', 'determination', 'summary', 'issues'])
    expect(at(document, document.sections[2]?.body)).toMatch(/^The injured worker is a 41 year old/)
    expect(at(document, document.sections[3]?.body)).toMatch(/^Aquatic therapy/)
  })

  it('finds a heading that is wrapped or runs into its text', () => {
    const text = letterText()
      .replace('IMR ISSUES, DECISIONS AND RATIONALES\n\n', 'IMR ISSUES, DECISIONS\nAND RATIONALES')
      .replace('CLINICAL CASE SUMMARY\n\n', 'CLINICAL CASE SUMMARY')
    expect(headings(text)).toEqual(['Aquatic therapy for the left knee'])
  })

  it('reports which section is missing', () => {
    const { messages } = read(letterText().replace('CLINICAL CASE SUMMARY', 'SUMMARY'))
    expect(messages.map(message => message.code)).toContain('section/missing')
  })
})

describe('the last rationale ends', () => {
  const rationaleOf = (text: string) => {
    const document = read(text)
    return at(document, document.items.at(-1)?.rationale)
  }

  it.each([
    ['Effect of the Decision:\nThis binds all parties.'],
    ['Disclaimer: MAXIMUS is providing an independent review service under contract with the Department.'],
    ['DISCLAIMER: MAXIMUS is providing an independent review\nservice under contract with the Department.'],
    ['The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be final.'],
    ['In certain limited circumstances, you can appeal the Final Determination. Appeals must be filed.'],
    ['Sincerely,\n\nA. Sample, MD\nMedical Director'],
    ['cc: Department of Industrial Relations, Golden Poppy Insurance'],
    ['Final Determination Letter for IMR Case Number CM16-9900001 3'],
  ])('before %j', closing => {
    expect(rationaleOf(`${letterText()}\n\n${closing}`)).toBe(rationaleOf(letterText()))
  })

  it('before the first of them, even if another begins a line', () => {
    const closing =
      'Effect of the Decision:\nThe determination of MAXIMUS Federal Services and its physician reviewer is deemed to be ' +
      'final.'
    expect(rationaleOf(`${letterText()} ${closing}`)).toBe(rationaleOf(letterText()))
  })

  it('even if the heading of the items is lost', () => {
    const text = letterText().replace('IMR ISSUES, DECISIONS AND RATIONALES', '')
    expect(rationaleOf(`${text}\n\nSincerely,\nA. Sample, MD`)).toBe(rationaleOf(letterText()))
  })

  it('if a rationale above contains such words as well', () => {
    const rationale = 'The doctor wrote:\nSincerely,\nA. Sample, MD.'
    expect(headings(letterText({ items: [item({ rationale }), item({ heading: 'A cane' })] }))).toHaveLength(2)
  })
})

describe('the form', () => {
  const withoutYear = item({
    claims: 'Decision based on MTUS Chronic Pain Treatment Guidelines Massage.',
    reviewer: 'Decision based on MTUS Chronic Pain Treatment Guidelines Massage Page(s): 60.',
  })

  it.each([
    ['D3', letterText()],
    ['D2', letterText({ header: '', items: [withoutYear] })],
    [
      'D1',
      letterText({ header: '', items: [withoutYear] })
        .replace('The Expert Reviewer has the following credentials:\n', '')
        .replace(/State\(s\)[\s\S]*?Practice/, '')
        .replace(
          'The reviewer weighed',
          'The expert reviewer is Board Certified in Neurology and is licensed to practice in Ohio. He weighed',
        ),
    ],
  ])('%s', (form, text) => {
    expect(read(text).form).toBe(form)
  })
})

describe('items', () => {
  it.each([
    ['one line', 'Aquatic therapy', ': Upheld', 'Aquatic therapy'],
    ['"is" before the colon', 'Aquatic therapy', ' is: Overturned', 'Aquatic therapy'],
    ['"are" and two spaces', 'Two canes', ' are:  Upheld', 'Two canes'],
    ['capitals', 'Aquatic therapy', ': UPHELD', 'Aquatic therapy'],
    ['outcome on its own line', 'Aquatic therapy', ' is:\nUpheld', 'Aquatic therapy'],
    ['colons inside', 'Labs to include: EKG', ': Upheld', 'Labs to include: EKG'],
    ['a full stop inside', 'Norco 5/325 mg. qty 30', ': Upheld', 'Norco 5/325 mg. qty 30'],
    [
      'three lines',
      'Physical therapy twice a week for six weeks with a therapist who has treated the\nworker before, for the left knee and the left hip and also for the lower back and the\nneck',
      ': Upheld',
      'Physical therapy twice a week for six weeks with a therapist who has treated the worker before, for the left knee and the left hip and also for the lower back and the neck',
    ],
  ])('reads a heading: %s', (_name, heading, outcome, expected) => {
    const both = [item(), item({ heading, outcome })]
    expect(headings(letterText({ items: both }))).toEqual(['Aquatic therapy for the left knee', expected])
  })

  it('keeps the sentences of a modification together', () => {
    const heading =
      'Ten visits of massage was the original request. Four visits of massage was authorized by the Claims\n' +
      'Administrator. The remaining IMR eligible portion of the original request, six visits of massage'
    expect(headings(letterText({ items: [item(), item({ heading, outcome: ' is: Upheld' })] }))[1]).toBe(
      heading.replace('\n', ' '),
    )
  })

  it('keeps a heading together whose long lines were wrapped again by e-mail', () => {
    const heading = 'Physical therapy, twelve visits for the lower\nback and the left\nknee'
    const items = [item(), item({ heading, outcome: ': Upheld\n' })]
    const summary = 'The worker fell from a ladder and has had pain in the knee ever since.\n'.repeat(20)
    expect(headings(letterText({ summary, items }))[1]).toBe(heading.replaceAll('\n', ' '))
  })

  it.each([
    ['dots of a list', '• $&'],
    ['markup for bold text', '**$&**'],
  ])('has no %s around its labels in its parts', (_name, marked) => {
    const text = letterText({ items: [item(), item({ heading: 'A cane' })] })
    const labels = /^(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale):/gm
    const parts = (document: ReturnType<typeof read>) =>
      document.items
        .flatMap(one => [one.claimsAdministrator, one.reviewer, one.rationale])
        .map(part => at(document, part))
    expect(parts(read(text.replace(labels, marked)))).toEqual(parts(read(text)))
  })

  it('has no markup of its heading in the section above', () => {
    const document = read(letterText().replace('CLINICAL CASE SUMMARY', '## CLINICAL CASE SUMMARY'))
    expect(at(document, document.sections.find(({ kind }) => kind === 'determination')?.body)).toMatch(/Practice$/)
  })

  it('keeps a heading over a page break', () => {
    const heading = 'A cane of wood with a rubber tip that does not slip on wet floors, bought and not\frented'
    expect(headings(letterText({ items: [item(), item({ heading })] }))[1]).toBe(heading.replace('\f', ' '))
  })

  it('extends the last part of an item to the next heading', () => {
    const document = read(letterText({ items: [item(), item({ heading: 'A cane' })] }))
    expect(at(document, document.items[0]?.rationale)).toMatch(/is not medically necessary\.$/)
  })

  it('ignores spaces and capitals of labels', () => {
    const text = letterText().replace('MAXIMUS guideline:', 'Maximus  Guideline :')
    expect(read(text).items[0]?.reviewer).not.toBeNull()
  })

  it('finishes on a rationale of very many short lines', () => {
    const rationale = 'a\n'.repeat(100_000)
    expect(headings(letterText({ items: [item({ rationale }), item({ heading: 'A cane' })] }))).toHaveLength(2)
  })

  it('reports a missing label and keeps the item', () => {
    const { items, messages } = read(letterText({ items: [item().replace(/MAXIMUS guideline: .*\n/, '')] }))
    expect(items[0]?.reviewer).toBeNull()
    expect(messages).toEqual([
      expect.objectContaining({ code: 'item/label-missing', severity: 'error', pointer: '/disputedItems/0/reviewer' }),
    ])
  })

  it('reports an outcome without a heading', () => {
    const { items, messages } = read(letterText({ items: [item({ heading: '' })] }))
    expect(items).toEqual([])
    expect(messages.map(message => message.code)).toContain('item/heading-missing')
  })

  it('uses font weight if it is known', () => {
    // Without fonts the short line above would end the heading.
    const text = letterText({ items: [item({ rationale: 'No reason is given' }), item({ heading: 'A cane' })] })
    const start = text.indexOf('A cane')
    const runs = [
      { ...span(0, start), page: 1, box: [0, 0, 1, 1] as const, bold: false },
      { ...span(start, start + 7), page: 1, box: [0, 0, 1, 1] as const, bold: true },
    ]
    const document = sectionize({ ...sourceOf(text), runs })
    expect(at(document, document.items[1]?.heading)).toBe('A cane')
  })
})

describe('one letter or something else', () => {
  it.each([
    ['E_NOT_A_LETTER', 'Lorem ipsum dolor sit amet.'],
    ['E_NOT_A_LETTER', 'An invoice. CLINICAL CASE SUMMARY of the month.'],
    ['E_AMBIGUOUS', `${letterText()}\n\n${letterText()}`],
    ['E_AMBIGUOUS', `${letterText()} ${letterText()}`.replace(/\n+/g, ' ')],
    ['form D3', letterText({ summary: 'CLINICAL CASE SUMMARY is what the worker calls her diary.' })],
  ])('%s', (code, text) => {
    expect(codeOf(text)).toBe(code)
  })
})
