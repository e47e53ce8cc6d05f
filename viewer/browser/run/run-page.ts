import { counted, duration, nounOf, plural } from '../../../document/format.ts'
import type { ProgressAnswer, RejectedFile } from '../../api.ts'
import { fileLink } from '../address.ts'
import { getJson } from '../client.ts'
import { type Child, fill, h } from '../dom.ts'
import { showCharts } from './charts.ts'

const AGAIN_MS = 1000

/** The state of the run, live while it lasts, its rejections, and its decisions as charts. */
export async function showRun(main: HTMLElement, parameters: URLSearchParams, signal: AbortSignal): Promise<void> {
  const progress = h('section', { class: 'progress', 'aria-label': 'Progress' })
  const rejected = h('section', { class: 'rejected', 'aria-label': 'Rejected files' })
  const charts = h('section', { class: 'charts', 'aria-label': 'Decisions' })
  fill(main, h('div', { class: 'run-page' }, progress, rejected, charts))
  const code = parameters.get('code')
  let drawn = false
  while (!signal.aborted) {
    const answer = await getJson<ProgressAnswer>(
      `/api/progress${code === null ? '' : `?code=${encodeURIComponent(code)}`}`,
      signal,
    ).catch(() => undefined)
    if (signal.aborted) return
    if (!answer) fill(progress, h('p', { class: 'note', role: 'alert' }, 'The server does not answer.'))
    else {
      fill(progress, progressBox(answer), indexingBox(answer))
      fill(rejected, rejectedBox(answer, code))
    }
    const goesOn = answer?.status != null && ['listing', 'reading', 'writing'].includes(answer.status.state)
    if (answer?.indexed && !goesOn && !drawn) {
      drawn = true
      void showCharts(charts)
    }
    if (answer && !goesOn && !answer.indexing) return
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
  }
}

function progressBox({ status }: ProgressAnswer): Child {
  if (status === null) return h('p', { class: 'note' }, 'No ingest has been run into this folder yet.')
  const { state, done, total, partial, rejected, perSecond, secondsLeft, inputs, duplicates } = status
  const figures: readonly (readonly [string, string])[] = [
    [counted(done - rejected), nounOf(done - rejected, 'record')],
    [counted(partial), 'of them partial'],
    [counted(rejected), 'rejected'],
    [inputs === null ? '–' : counted(duplicates), nounOf(duplicates, 'duplicate')],
    ...(state === 'reading'
      ? [
          [perSecond.toFixed(1), 'letters per second'] as const,
          [secondsLeft === null ? '–' : duration(secondsLeft), 'left'] as const,
        ]
      : []),
  ]
  return [
    h('h1', {}, HEADS[state] ?? state),
    h('progress', { value: done, max: Math.max(total, 1), 'aria-label': 'Files done' }),
    h(
      'p',
      { class: 'help' },
      `${counted(done)} of ${plural(total, 'file')} done · last update `,
      h('span', { class: 'whole' }, `${status.updated.slice(0, 19).replace('T', ' ')} UTC`),
      ` · version ${status.version.replace(/-[0-9a-f]+\+.*$/, '')}`,
    ),
    status.error !== null && h('p', { class: 'error' }, status.error),
    h(
      'dl',
      { class: 'figures' },
      figures.map(([figure, name]) => h('div', {}, h('dt', {}, name), h('dd', {}, figure))),
    ),
  ]
}

/** A run that has just ended becomes searchable a little later. */
function indexingBox({ indexing, indexFault }: ProgressAnswer): Child {
  if (indexFault !== null)
    return h('p', { class: 'error', role: 'alert' }, `The search index could not be built: ${indexFault}`)
  if (indexing === null) return null
  return [
    h('h2', {}, 'Building the search index'),
    h('progress', {
      value: indexing.done,
      max: Math.max(indexing.total, 1),
      'aria-label': 'Letters that can be searched',
    }),
  ]
}

const HEADS: Readonly<Record<string, string>> = {
  listing: 'Inputs are being listed',
  reading: 'Letters are being read',
  writing: 'Results are being written',
  done: 'This run is finished',
  interrupted: 'This run was interrupted; run the same ingest again to continue',
  failed: 'This run failed',
  'cut off': 'This run was killed; run the same ingest again to continue',
}

function rejectedBox({ codes, rejected }: ProgressAnswer, code: string | null): Child {
  const entries = Object.entries(codes).sort(([, a], [, b]) => b - a)
  if (entries.length === 0) return null
  const all = entries.reduce((sum, [one, count]) => (code === null || one === code ? sum + count : sum), 0)
  return [
    h('h2', {}, 'Rejected files'),
    h(
      'p',
      { class: 'codes' },
      entries.map(([one, count]) =>
        h(
          'a',
          {
            class: 'button',
            href: one === code ? '#/run' : `#/run?code=${encodeURIComponent(one)}`,
            'aria-current': one === code ? 'true' : null,
          },
          `${one} `,
          h('b', {}, counted(count)),
        ),
      ),
    ),
    rejectedTable(rejected),
    rejected.length < all &&
      h(
        'p',
        { class: 'help' },
        `Listed: ${counted(rejected.length)} of ${counted(all)}. All are in rejections.ndjson.`,
      ),
  ]
}

const rejectedTable = (rejected: ProgressAnswer['rejected']): HTMLElement =>
  h(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Table of rejected files' },
    h('table', {}, rejectedHead(), h('tbody', {}, rejected.map(rejectedRow))),
  )

const rejectedHead = (): HTMLElement => {
  const heads = ['File', 'Code', 'Why'].map(head => h('th', { scope: 'col' }, head))
  return h('thead', {}, h('tr', {}, heads))
}

const rejectedRow = ({ id, path, code, reason }: RejectedFile): HTMLElement =>
  h(
    'tr',
    {},
    h('td', {}, id.startsWith('sha256:') ? h('a', { href: fileLink(id) }, path) : path),
    h('td', {}, h('code', {}, code)),
    h('td', {}, reason),
  )
