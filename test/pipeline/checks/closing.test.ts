import { describe, expect, it } from 'vitest'
import { readClosing } from '../../../pipeline/checks/closing.ts'

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
    ['There is nothing to add.', null],
    ['Norco is weaned at the discretion of the physician.', null],
    ['', null],
  ])('%s', (rationale, says) => {
    expect(readClosing(rationale)).toBe(says)
  })

  it('leaves sentences alone that are too long to be a formula', () => {
    expect(readClosing(`${'very '.repeat(50_000)} not medically necessary`)).toBeNull()
  })
})
