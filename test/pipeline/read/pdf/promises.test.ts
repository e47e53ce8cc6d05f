import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const MODULE = join(import.meta.dirname, '../../../../pipeline/read/pdf/promises.ts')

/** Reads in a process of its own, in which `read` abandons a promise; vitest handles such rejections itself. */
function left(error: string, read = 'new Promise(() => {})') {
  const script = `
    import { withOwnPromises } from ${JSON.stringify(MODULE)}
    const late = Object.assign(new Error('late'), { stack: ${JSON.stringify(error)} })
    setTimeout(() => {}, 300)
    withOwnPromises(() => { Promise.reject(late); return ${read} }).then(
      value => console.log('read', value),
      error => console.log('refused', error.message),
    )`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
}

const OURS = 'Error: late\n    at parse (node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:1:1)'

it('a promise that pdf.js abandons ends the read that would wait forever, and not the process', () => {
  expect(left(OURS)).toMatchObject({ status: 0, stdout: 'refused late\n' })
})

it('does no harm to a letter that was read before', () => {
  expect(left(OURS, 'Promise.resolve(7)')).toMatchObject({ status: 0, stdout: 'read 7\n' })
})

it('any other rejection still ends the process', () => {
  expect(left('Error: late\n    at elsewhere.ts:1:1')).toMatchObject({ status: 1, stdout: '' })
})
