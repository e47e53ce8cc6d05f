import { describe, expect, it } from 'vitest'
import { sharedFolder, shownPath } from '../../viewer/run/shown-paths.ts'

describe('the shared folder', () => {
  it.each([
    ['/in/a/1.pdf', '/in/b/1.pdf', '/in/'],
    ['/in/ab/1.pdf', '/in/ac/1.pdf', '/in/'],
    ['/in/1.pdf', '/in/1.pdf', '/in/'],
    ['/in/2016.zip!/a.pdf', '/in/2016.zip!/b.pdf', '/in/2016.zip!/'],
    ['C:\\in\\a\\1.pdf', 'C:\\in\\b\\1.pdf', 'C:\\in\\'],
    ['', '', ''],
  ])('of %s and %s is %s', (first, last, shared) => {
    expect(sharedFolder(first, last)).toBe(shared)
  })
})

describe('the shown path', () => {
  it.each([
    ['is below the shared folder', '/in/a/1.pdf', 'a/1.pdf'],
    ['is the name if the path is not known', null, '1.pdf'],
    ['is the name if the bytes are elsewhere', '/in/.imr/copies/00ff', '1.pdf'],
    ['is the name outside the shared folder', '/elsewhere/1.pdf', '1.pdf'],
  ])('%s', (_what, path, shown) => {
    expect(shownPath('1.pdf', path, '/in/')).toBe(shown)
  })
})
