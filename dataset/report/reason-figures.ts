import { counted, percent, plural } from '../quality/format.ts'
import { share } from '../quality/rate.ts'
import { type Share, shareChart } from './charts/shares.ts'
import { figure, tableOf } from './figure.ts'
import { type Html, html } from './html.ts'
import { between, FEW } from './rate-figure.ts'
import { ofReasons, type ReasonGroup, type ReasonPair, type ReasonStatistics, spokenCode } from './reasons.ts'

/** Why denials are upheld, by category and by class of drug, and why they are overturned. */
export const reasonFigures = (all: ReasonStatistics): Html =>
  html`${groupFigure({
    id: 'reasons-upheld',
    title: 'Why denials are upheld',
    about: ofReasons('upheld', all.upheld.items, all.unread.upheld),
    group: all.upheld,
  })}${groupFigure({
    id: 'reasons-overturned',
    title: 'Why denials are overturned',
    about: ofReasons('overturned', all.overturned.items, all.unread.overturned),
    group: all.overturned,
  })}${leadingFigure({
    id: 'reasons-categories',
    title: 'Why denials are upheld, by category',
    unit: 'category',
    groups: all.categories,
  })}${leadingFigure({
    id: 'reasons-drug-classes',
    title: 'Why denials are upheld, by drug class',
    unit: 'drug class',
    groups: all.drugClasses,
  })}${pairsOf(all)}`

interface GroupFigure {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly group: ReasonGroup
}

function groupFigure({ id, title, about, group }: GroupFigure): Html {
  const shares = group.items < FEW ? [] : sharesOf(group)
  const highest = shares.slice(0, 3).map(({ name, counted, items }) => `${name} ${percent(share(counted, items))}`)
  return figure({
    id,
    title,
    about,
    chart: shares.length === 0 ? null : shareChart(shares),
    alt:
      shares.length === 0
        ? `Fewer than ${FEW} items.`
        : `Share of ${plural(group.items, 'item')} by reason, with 95% intervals. Most frequent: ${highest.join(', ')}.`,
    table: {
      heads: ['reason', 'items', 'share', '95% interval', 'decisive in'],
      rows: group.reasons.map(({ code, items, first }) => [
        spokenCode(code),
        counted(items),
        ...shareCells(group.items, items),
        counted(first),
      ]),
    },
  })
}

const sharesOf = ({ items, reasons }: ReasonGroup): Share[] =>
  reasons.map(one => ({ name: spokenCode(one.code), items, counted: one.items }))

const shareCells = (items: number, part: number): string[] =>
  items < FEW ? ['few', '–'] : [percent(share(part, items)), between(items, part)]

interface LeadingFigure {
  readonly id: string
  readonly title: string
  /** What a group is. */
  readonly unit: string
  readonly groups: readonly ReasonGroup[]
}

const MOST_GROUPS = 8
/** How many reasons are drawn for each group. */
const LEADING = 2

/** The most frequent reasons of each group as a chart, and all of them as a table. */
function leadingFigure({ id, title, unit, groups }: LeadingFigure): Html {
  const drawn = groups.filter(({ items }) => items >= FEW).slice(0, MOST_GROUPS)
  const shares = drawn.flatMap(group =>
    sharesOf(group)
      .slice(0, LEADING)
      .map(one => ({ ...one, name: `${group.name}: ${one.name}` })),
  )
  return figure({
    id,
    title,
    about:
      `Upheld items for which a reason was read. The chart shows the ${LEADING} most frequent reasons of each ${unit} with at least ${FEW} items` +
      `${drawn.length === MOST_GROUPS ? `, up to ${MOST_GROUPS} of these` : ''}; the table lists all.`,
    chart: shares.length === 0 ? null : shareChart(shares),
    alt:
      shares.length === 0
        ? `No ${unit} has ${FEW} items yet.`
        : `Most frequent reasons by ${unit}, with 95% intervals: ${shares
            .map(({ name, counted, items }) => `${name} ${percent(share(counted, items))}`)
            .join('; ')}.`,
    table: {
      heads: [unit, 'reason', 'items', 'of', 'share', '95% interval'],
      rows: groups.flatMap(({ name, items, reasons }) =>
        reasons.map(one => [
          name,
          spokenCode(one.code),
          counted(one.items),
          counted(items),
          ...shareCells(items, one.items),
        ]),
      ),
    },
  })
}

const MOST_PAIRS = 15

/** Reasons that occur together more often than their frequencies predict have a lift above 1. */
const pairsOf = ({ pairs, upheld }: ReasonStatistics): Html => html`
<section id="reasons-together">
<h2>Which reasons occur together</h2>
<p>Pairs of reasons for the same upheld item, the most frequent first. Shares are of the upheld items for which a reason was
read: ${counted(upheld.items)}. Lift: how many times more often than if the two were independent.</p>
${tableOf('Which reasons occur together', {
  heads: ['pair', 'items', 'share', 'lift'],
  rows: pairs.slice(0, MOST_PAIRS).map(pair => pairRow(pair, upheld)),
})}
</section>`

function pairRow({ codes, items }: ReasonPair, { items: all, reasons }: ReasonGroup): string[] {
  const [one, other] = codes.map(code => reasons.find(reason => reason.code === code)!.items) as [number, number]
  const lift = (items * all) / (one * other)
  return [
    codes.map(spokenCode).join(' + '),
    counted(items),
    percent(share(items, all)),
    items < FEW ? 'few' : lift.toFixed(1),
  ]
}
