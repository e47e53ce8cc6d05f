import { describe, expect, it } from 'vitest'
import { endsWithDecision, grantsPart, readClosing } from '../../../pipeline/checks/closing.ts'

describe('readClosing', () => {
  it.each([
    ['The request is not medically necessary.', 'upheld'],
    ['It was determined to not be medically necessary.', 'upheld'],
    ['The pills cannot be considered medically necessary.', 'upheld'],
    ["As such, the cane isn't medically necessary.", 'upheld'],
    ['It is not seen as being medically necessary or appropriate.', 'upheld'],
    ['Therefore, medical necessity cannot be established at this time.', 'upheld'],
    ['Hence the request for more visits is not supported.', 'upheld'],
    ['The request is medically necessary.', 'overturned'],
    ['I find that the surgery is deemed to be medically necessary.', 'overturned'],
    ['An MRI without contrast is medically necessary.', 'overturned'],
    ['Thus medical necessity has been established.', 'overturned'],
    ['It was not tried before. The request is medically necessary.', 'overturned'],
    ['The request for a cane is not a medical necessity.', 'upheld'],
    ['So there is no medical necessity for the visits.', 'upheld'],
    ['More injections lack proof. They are without medical necessity.', 'upheld'],
    ['The second brace is medically unnecessary.', 'upheld'],
    ['The request lacks medical necessity.', 'upheld'],
    ['A refill is not appropriate.', 'upheld'],
    ['The walker is a medical necessity.', 'overturned'],
    ['It has worn out. I find the request medically necessary.', 'overturned'],
    ['The visits are medically appropriate.', 'overturned'],
    ['A refill is medically necessary, and the second one lacks medical necessity.', 'upheld'],
    ['I do not find the request medically necessary.', 'upheld'],
    ['He has not improved with rest and therefore the request is medically necessary.', 'overturned'],
    ['The UR denial was not appropriate; the request is medically necessary.', 'overturned'],
    ['There is no contraindication, so medical necessity is established.', 'overturned'],
    ['UR found it not medically necessary, but I find the visits medically necessary.', 'overturned'],
    ['The guideline is not strict: the cane is medically necessary and appropriate.', 'overturned'],
    ['The claims administrator found the request not medically necessary, and I agree.', 'upheld'],
    ['Rest has helped, so the request is not medically necessary.', 'upheld'],
    ['It is not, therefore, medically necessary.', 'upheld'],
    ['Rest did help; therefore the second brace cannot be seen as medically necessary.', 'upheld'],
    ['There is nothing to add.', null],
    ['Norco is weaned at the discretion of the physician.', null],
    ['', null],
  ])('%s', (rationale, says) => {
    expect(readClosing(rationale)).toBe(says)
  })

  it.each([
    ['He failed therapy. The request is not medically necessary', true],
    ['He failed therapy. The request is a medical necessity', true],
    ['The request is not medically', false],
    ['The request is medically necessary for', false],
    ['He failed therapy and was seen at this time', false],
    ['', false],
  ])('recognizes whether only the full stop is missing: %s', (rationale, ends) => {
    expect(endsWithDecision(rationale)).toBe(ends)
  })

  it('ignores sentences that are too long for a formula', () => {
    expect(readClosing(`${'very '.repeat(50_000)} not medically necessary`)).toBeNull()
  })
})

describe('grantsPart', () => {
  it.each([
    ['A modified quantity of six visits is medically necessary.', true],
    ['A portion of the visits is medically necessary.', true],
    ['The remaining IMR eligible portion of the original request, six visits, is medically necessary.', false],
    ['The disputed portion of the request is medically necessary.', false],
  ])('%s', (rationale, part) => {
    expect(grantsPart(rationale)).toBe(part)
  })
})
