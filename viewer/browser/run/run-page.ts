import type { FacetCounts, ProgressAnswer, SearchAnswer } from '../../api.ts'
import { fileLink, searchLink } from '../address.ts'
import { getJson, getRun } from '../client.ts'
import { type Child, counted, fill, h, percent, plural } from '../dom.ts'

const AGAIN_MS = 1000

/** Where the run stands, live while it goes on, what it rejected, and its decisions as charts. */
export async function showRun(main: HTMLElement, parameters: URLSearchParams, signal: AbortSignal): Promise<void> {
  const progress = h('section', { class: 'progress', 'aria-label': 'Progress' })
  const rejected = h('section', { class: 'rejected', 'aria-label': 'Rejected files' })
  const charts = h('section', { class: 'charts', 'aria-label': 'Decisions' })
  fill(main, h('div', { class: 'run-page' }, progress, rejected, charts))
  const code = parameters.get('code')
  let wasGoingOn = true
  while (!signal.aborted) {
    const answer = await getJson<ProgressAnswer>(
      `/api/progress${code === null ? '' : `?code=${encodeURIComponent(code)}`}`,
      signal,
    ).catch(() => undefined)
    if (signal.aborted) return
    if (!answer) fill(progress, h('p', { class: 'note', role: 'alert' }, 'The server does not answer.'))
    else {
      fill(progress, progressBox(answer))
      fill(rejected, rejectedBox(answer, code))
    }
    const goesOn = answer?.status != null && ['listing', 'reading', 'writing'].includes(answer.status.state)
    if (wasGoingOn && !goesOn) void showCharts(charts)
    wasGoingOn = goesOn
    if (answer && !goesOn) return
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
  }
}

function progressBox({ status }: ProgressAnswer): Child {
  if (status === null) return h('p', { class: 'note' }, 'No ingest was run into this folder yet.')
  const { state, done, total, partial, rejected, perSecond, secondsLeft, inputs, duplicates } = status
  const figures: readonly (readonly [string, string])[] = [
    [counted(done - rejected), 'records'],
    [counted(partial), 'of them partial'],
    [counted(rejected), 'rejected'],
    [inputs === null ? '–' : counted(duplicates), 'duplicates'],
    ...(state === 'reading'
      ? [
          [perSecond.toFixed(1), 'letters a second'] as const,
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
      `${counted(done)} of ${plural(total, 'letter')} done · last heard of ${status.updated.slice(0, 19).replace('T', ' ')} UTC · version ${status.version.split('-')[0]}`,
    ),
    status.error !== null && h('p', { class: 'error' }, status.error),
    h(
      'dl',
      { class: 'figures' },
      figures.map(([figure, name]) => h('div', {}, h('dt', {}, name), h('dd', {}, figure))),
    ),
  ]
}

const HEADS: Readonly<Record<string, string>> = {
  listing: 'Inputs are being listed',
  reading: 'Letters are being read',
  writing: 'Results are being written',
  done: 'This run is done',
  interrupted: 'This run was interrupted; the same ingest goes on from here',
  failed: 'This run failed',
  'cut off': 'This run was cut off; the same ingest goes on from here',
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

/** The facets that are drawn, and how many bars at most. */
const CHARTS = [
  'category',
  'subcategory',
  'drug',
  'reason',
  'guideline',
  'specialty',
  'diagnosis',
  'part',
  'year',
] as const
const BARS = 10

async function showCharts(box: HTMLElement): Promise<void> {
  const run = await getRun().catch(() => undefined)
  if (!run?.indexed)
    return fill(
      box,
      h(
        'p',
        { class: 'note' },
        run?.status?.state === 'done'
          ? 'To search these results, stop this server and start it again with “imr view”: it makes the search first.'
          : '',
      ),
    )
  const answer = await getJson<SearchAnswer>('/api/search?')
  const facets = CHARTS.flatMap(
    name => answer.facets.find(facet => facet.name === name && facet.values.length > 0) ?? [],
  )
  fill(
    box,
    h('h2', {}, `${plural(answer.total, 'decision')}, ${percent(answer.overturned, answer.total)} overturned`),
    h(
      'p',
      { class: 'help' },
      'Each bar is as long as there are decisions; its green part was overturned. A click leads to them.',
    ),
    h('div', { class: 'chart-grid' }, facets.map(chart)),
  )
}

function chart({ name, label, values }: FacetCounts): HTMLElement {
  const shown = name === 'year' ? [...values].sort((a, b) => a.value.localeCompare(b.value)) : values.slice(0, BARS)
  const most = Math.max(...shown.map(({ count }) => count))
  return h(
    'figure',
    {},
    h('figcaption', {}, label),
    h(
      'ol',
      { class: 'bars' },
      shown.map(({ value, label: text, count, overturned }) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: searchLink(new URLSearchParams([[`f.${name}`, value]])) },
            h('span', { class: 'name' }, text),
            h('span', {
              class: 'bar',
              'aria-hidden': 'true',
              style: { '--all': `${(100 * count) / most}%`, '--part': `${(100 * overturned) / count}%` },
            }),
            h('span', { class: 'figure' }, `${counted(count)}, ${percent(overturned, count)} overturned`),
          ),
        ),
      ),
    ),
  )
}
