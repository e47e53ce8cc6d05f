import { counted, percent, plural } from '../quality/format.ts'
import type { YearFigures } from '../quality/published.ts'
import { share } from '../quality/rate.ts'
import { UNKNOWN } from '../quality/tally.ts'
import { binName, binsOf, daysChart } from './charts/days.ts'
import { lettersChart } from './charts/letters.ts'
import { yearsChart } from './charts/years.ts'
import { figure, tableOf } from './figure.ts'
import { type Html, html } from './html.ts'
import type { Interval } from './intervals.ts'
import { between, FEW } from './rate-figure.ts'
import type { NamedCount, Statistics } from './statistics.ts'

/** Rates by year of decision, next to the published figures for all letters. */
export function yearsFigure(years: readonly YearFigures[]): Html {
  const drawn = years.filter(({ year, items }) => year !== UNKNOWN && items >= FEW)
  const isLeftOut = years.some(({ year, items }) => year !== UNKNOWN && items < FEW)
  const leftOut = isLeftOut ? ` The chart leaves out years with fewer than ${FEW} items.` : ''
  return figure({
    id: 'years',
    title: 'By year of the decision',
    about: html`<span class="mark">●</span> these letters, with the 95% interval; <span class="other">◇</span> published for all
letters of the year by the state (DWC, DIR) or an institute of insurers (CWCI), if we found a figure.${leftOut}`,
    chart: drawn.length === 0 ? null : yearsChart(drawn),
    alt:
      drawn.length === 0
        ? `No year has ${FEW} items yet.`
        : `Share of disputed items overturned by year: ${drawn.map(yearText).join('; ')}.`,
    table: {
      heads: ['year', 'letters', 'items', 'overturned', 'rate', '95% interval', 'published', 'by'],
      rows: years.map(yearRow),
    },
  })
}

const yearText = ({ year, items, upheld }: YearFigures): string =>
  `${year} ${percent(share(items - upheld, items))} of ${plural(items, 'item')}`

function yearRow({ year, letters, items, upheld, published }: YearFigures): string[] {
  const overturned = items - upheld
  const rate = items < FEW ? ['few', '–'] : [percent(share(overturned, items)), between(items, overturned)]
  const theirs = published?.upheldShare == null ? null : 1 - published.upheldShare
  return [year, counted(letters), counted(items), counted(overturned), ...rate, percent(theirs), published?.by ?? '–']
}

const MOST_SPECIALTIES = 15

/** Who the reviewers are. */
export function reviewersFigure(reviewers: readonly NamedCount[], letters: number): Html {
  const drawn = reviewers.slice(0, MOST_SPECIALTIES)
  return figure({
    id: 'reviewers',
    title: 'Who reviewed',
    about:
      'Letters by the specialties in which their reviewer is certified. A reviewer with several counts under each, so ' +
      `shares add up to more than 100%.${drawn.length < reviewers.length ? ` The chart shows the ${MOST_SPECIALTIES} most frequent.` : ''}`,
    chart: drawn.length === 0 ? null : lettersChart(drawn, letters),
    alt:
      drawn.length === 0
        ? 'No letters yet.'
        : `Letters by specialty of the reviewer: ${drawn.map(one => `${one.name} ${counted(one.letters)}`).join(', ')}.`,
    table: {
      heads: ['specialty', 'letters', 'share of letters'],
      rows: reviewers.map(one => [one.name, counted(one.letters), percent(share(one.letters, letters))]),
    },
  })
}

/** How long it takes from the denial to the decision. */
export function daysFigure({ denialToDecision, ...others }: Statistics): Html {
  const { quantiles, letters, implausible } = denialToDecision
  const bins = binsOf(denialToDecision)
  const leftOut = implausible === 0 ? '' : ` Left out: ${plural(implausible, 'letter')} with dates in the wrong order.`
  return html`${figure({
    id: 'days',
    title: 'Days from denial to decision',
    about: `${plural(letters, 'letter')} ${letters === 1 ? 'gives' : 'give'} both dates.${leftOut}`,
    chart: bins.length === 0 ? null : daysChart(bins),
    alt:
      quantiles === null
        ? 'No letter gives both dates yet.'
        : `Letters by days from the denial by utilization review to the decision: half take up to ${quantiles.median} days, ` +
          `a quarter up to ${quantiles.quarter}, nine tenths up to ${quantiles.nineTenths}.`,
    table: { heads: ['days', 'letters'], rows: bins.map(bin => [binName(bin), counted(bin.letters)]) },
  })}
<section class="more">${steps([denialToDecision, others.denialToApplication, others.applicationToAssignment, others.assignmentToDecision])}</section>`
}

const DATES = {
  injury: 'injury',
  urDenial: 'denial',
  applicationReceived: 'application',
  assigned: 'assignment',
  decision: 'decision',
} as const

/** Where the time goes, step by step. */
const steps = (
  intervals: readonly Interval[],
): Html => html`<p>Days within which this share of the letters completed each step.</p>
${tableOf('Days for each step', {
  heads: ['step', 'letters', '25%', '50%', '75%', '90%'],
  rows: intervals.map(({ from, to, letters, quantiles }) => [
    `${DATES[from]} to ${DATES[to]}`,
    counted(letters),
    ...(['quarter', 'median', 'threeQuarters', 'nineTenths'] as const).map(name =>
      quantiles === null ? '–' : counted(quantiles[name]),
    ),
  ]),
})}`
