import type { ChartAnswer, ChartRow, ChartsAnswer, ProgressAnswer } from '../../api.ts'
import { fileLink, searchLink } from '../address.ts'
import { getJson } from '../client.ts'
import { type Child, counted, fill, h, percent, plural } from '../dom.ts'

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
    [counted(done - rejected), 'records'],
    [counted(partial), 'of them partial'],
    [counted(rejected), 'rejected'],
    [inputs === null ? '–' : counted(duplicates), 'duplicates'],
    ...(state === 'reading'
      ? [
          [perSecond.toFixed(1), 'letters per second'] as const,
          [secondsLeft === null ? '–' : duration(secondsLeft), 'left'] as const,
        ]
      : []),
  ]
  return [
    h('h1', {}, HEADS[state] ?? state),
    h('progress', { value: done, max: Math.max(total, 1), 'aria-label': 'Letters done' }),
    h(
      'p',
      { class: 'help' },
      `${counted(done)} of ${plural(total, 'letter')} done · last update ${status.updated.slice(0, 19).replace('T', ' ')} UTC · version ${status.version.split('-')[0]}`,
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

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

function rejectedBox({ codes, rejected }: ProgressAnswer, code: string | null): Child {
  const entries = Object.entries(codes).sort(([, a], [, b]) => b - a)
  if (entries.length === 0) return null
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
    h(
      'div',
      { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Table of rejected files' },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['File', 'Code', 'Why'].map(head => h('th', { scope: 'col' }, head)),
          ),
        ),
        h(
          'tbody',
          {},
          rejected.map(({ id, name, code: own, reason }) =>
            h(
              'tr',
              {},
              h('td', {}, id.startsWith('sha256:') ? h('a', { href: fileLink(id) }, name) : name),
              h('td', {}, h('code', {}, own)),
              h('td', {}, reason),
            ),
          ),
        ),
      ),
    ),
  ]
}

/** Rows with fewer items have a hollow dot. */
const SMALL = 30

async function showCharts(box: HTMLElement): Promise<void> {
  const answer = await getJson<ChartsAnswer>('/api/charts').catch(() => undefined)
  if (!answer) return
  const { total, overturned, charts } = answer
  fill(
    box,
    h('h2', {}, `${plural(total, 'decision')}, ${percent(overturned, total)} overturned`),
    h(
      'p',
      { class: 'help' },
      'A dot is the share, and the line through it is its 95% interval (Wilson); hollow dots have fewer than ' +
        `${SMALL} decisions. The dashed line is the rate of all decisions. Click a dot to list the decisions.`,
    ),
    h(
      'div',
      { class: 'chart-grid' },
      charts.map(one => chart(one, one.counted === 'overturned' ? overturned / total : null)),
    ),
  )
}

const places = (share: number): string => `${(100 * share).toFixed(2)}%`

function chart({ title, about, counted: what, rows }: ChartAnswer, all: number | null): HTMLElement {
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    about !== '' && h('p', { class: 'help' }, about),
    h(
      'ol',
      { class: 'bars', style: all === null ? {} : { '--rate': places(all) } },
      rows.map(row => h('li', {}, chartRow(row, what, all !== null))),
    ),
    h('p', { class: 'axis', 'aria-hidden': 'true' }, h('span', {}, '0%'), h('span', {}, '50%'), h('span', {}, '100%')),
  )
}

function chartRow(
  { label, query, items, counted: part, low, high }: ChartRow,
  what: string,
  isRate: boolean,
): HTMLElement {
  const between = `${Math.round(100 * low)}–${Math.round(100 * high)}%`
  return h(
    'a',
    { href: searchLink(new URLSearchParams(query)), title: label },
    h('span', { class: 'name' }, label),
    h('span', { class: 'figure' }, h('b', {}, percent(part, items)), ` ${counted(part)} of ${counted(items)}`),
    h('span', {
      class: `interval${items < SMALL ? ' small' : ''}${isRate ? ' rated' : ''}`,
      role: 'img',
      'aria-label': `${what}, interval ${between}`,
      style: { '--low': places(low), '--high': places(high), '--share': places(part / items) },
    }),
  )
}
