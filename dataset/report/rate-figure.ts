import { counted, percent, percentage, plural } from '../quality/format.ts'
import { type DecisionCounts, share, wilson } from '../quality/rate.ts'
import { rateChart } from './charts/rates.ts'
import { type FigureTable, figure } from './figure.ts'
import type { Html } from './html.ts'
import type { Rate } from './rates.ts'

interface RateFigure {
  readonly id: string
  readonly title: string
  readonly about: string
  /** What a row of the figure is: "category". */
  readonly unit: string
  readonly rates: readonly Rate[]
  readonly all: DecisionCounts
}

/** With fewer items a share says little: tables say "few", and charts leave it out. */
export const FEW = 5
const MOST_ROWS = 15
const MOST_TABLE_ROWS = 200

/** How often denials were overturned, by name. */
export function rateFigure({ id, title, about, unit, rates, all }: RateFigure): Html {
  const drawn = rates.filter(({ items }) => items >= FEW).slice(0, MOST_ROWS)
  return figure({
    id,
    title,
    about: drawn.length < rates.length && drawn.length > 0 ? `${about} ${leftOut(drawn.length, rates.length)}` : about,
    chart: drawn.length === 0 ? null : rateChart(drawn, all),
    alt: drawn.length === 0 ? `No ${unit} has ${FEW} items yet.` : description(drawn, unit, all),
    table: rateTable(rates, unit),
  })
}

const leftOut = (drawn: number, all: number): string =>
  `The chart shows ${counted(drawn)} of ${counted(all)}: those with the most items, and at least ${FEW}.`

function description(rates: readonly Rate[], unit: string, all: DecisionCounts): string {
  const sorted = rates.toSorted((a, b) => b.overturned / b.items - a.overturned / a.items)
  const [highest, lowest] = [sorted[0]!, sorted.at(-1)!]
  const one = ({ name, items, overturned }: Rate) => `${name} with ${percent(share(overturned, items))}`
  return (
    `Share of disputed items overturned by ${unit}, with 95% intervals. All items: ` +
    `${percent(share(all.overturned, all.items))}. Highest: ${one(highest)} of ${plural(highest.items, 'item')}; ` +
    `lowest: ${one(lowest)} of ${plural(lowest.items, 'item')}.`
  )
}

function rateTable(rates: readonly Rate[], unit: string): FigureTable {
  const [shown, rest] = [rates.slice(0, MOST_TABLE_ROWS), rates.slice(MOST_TABLE_ROWS)]
  const others = {
    name: `${counted(rest.length)} more`,
    items: sum(rest, 'items'),
    overturned: sum(rest, 'overturned'),
  }
  return {
    heads: [unit, 'items', 'overturned', 'rate', '95% interval'],
    rows: (rest.length > 0 ? [...shown, others] : shown).map(rateRow),
  }
}

const sum = (rates: readonly Rate[], of: 'items' | 'overturned'): number =>
  rates.reduce((total, rate) => total + rate[of], 0)

function rateRow({ name, items, overturned }: Rate): string[] {
  const figures = [name, counted(items), counted(overturned)]
  return items < FEW
    ? [...figures, 'few', '–']
    : [...figures, percent(share(overturned, items)), between(items, overturned)]
}

/** "30.6–55.1%" */
export function between(items: number, overturned: number): string {
  const [low, high] = wilson(overturned, items)!
  return `${percentage(low)}–${percent(high)}`
}
