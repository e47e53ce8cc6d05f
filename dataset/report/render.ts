import { createHash } from 'node:crypto'
import { counted, day, nounOf, percent, plural } from '../quality/format.ts'
import type { Quality } from '../quality/quality.ts'
import { SMALL, share } from '../quality/rate.ts'
import { sheetTables } from '../quality/sheet.ts'
import { tableOf } from './figure.ts'
import { daysFigure, reviewersFigure, yearsFigure } from './figures.ts'
import { type Html, html, raw } from './html.ts'
import { between, FEW, rateFigure } from './rate-figure.ts'
import { reasonFigures } from './reason-figures.ts'
import type { Statistics } from './statistics.ts'
import { STYLE } from './style.ts'

/** The report as a single self-contained HTML page: no network, no scripts. The same statistics give the same bytes. */
export const renderReport = (statistics: Statistics, quality: Quality): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${TITLE}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<h1>${TITLE}</h1>
<p>Final determinations under California workers’ compensation, as read from letters${decided(statistics)}.</p>
${headlines(statistics)}
</header>
<main>
${howToRead}
${repeatedCases(quality)}
${statistics.letters === 0 ? html`<p class="none">No letter has become a record yet.</p>` : figures(statistics, quality)}
${refused(statistics)}
${qualitySheet(quality)}
</main>
</body>
</html>
`.html

const repeatedCases = ({ repeated }: Quality): Html | string =>
  repeated === 0
    ? ''
    : html`<p class="none">Each case is counted once. Left out: ${plural(repeated, 'letter')} with the case number of an earlier one.</p>`

/** Nothing is loaded and nothing runs. The charts carry the size of their letters in style attributes. */
const POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `style-src-attr 'unsafe-inline'`,
  `base-uri 'none'; form-action 'none'`,
].join('; ')

const TITLE = 'Independent medical review: what was decided'

function decided({ period }: Statistics): string {
  if (period === null) return ''
  const { first, last } = period
  return first === last ? ` decided on ${day(first)}` : ` decided from ${day(first)} to ${day(last)}`
}

function headlines({ letters, items, outcomes, denialToDecision }: Statistics): Html {
  const changed = outcomes.filter(({ name }) => /overturned/.test(name)).reduce((sum, one) => sum + one.letters, 0)
  const [rate, range] =
    items.items < FEW
      ? ['–', items.items === 0 ? '' : `given for ${FEW} items or more`]
      : [percent(share(items.overturned, items.items)), `95% interval ${between(items.items, items.overturned)}`]
  const median = denialToDecision.quantiles?.median
  const parts = [
    [counted(letters), nounOf(letters, 'letter'), letters === 0 ? '' : `${counted(changed)} with an item overturned`],
    [
      counted(items.items),
      nounOf(items.items, 'disputed item'),
      letters === 0 ? '' : `${(items.items / letters).toFixed(1)} per letter`,
    ],
    [rate, 'of items overturned', range],
    [
      median === undefined ? '–' : counted(median),
      'days to a decision',
      median === undefined ? '' : 'median, from the denial',
    ],
  ] as const
  return html`<dl class="headlines">${parts.map(
    ([figure, name, note]) => html`
<div><dt>${name}</dt><dd><strong>${figure}</strong> <small>${note}</small></dd></div>`,
  )}
</dl>`
}

const figures = (statistics: Statistics, quality: Quality): Html[] => [
  ...rateFigures(statistics),
  yearsFigure(quality.years),
  reasonFigures(statistics.reasons),
  ...guidelineFigures(statistics),
  reviewersFigure(statistics.reviewers, statistics.letters),
  daysFigure(statistics),
]

const howToRead: Html = html`<section id="reading" class="reading">
<h2>How to read this page</h2>
<p>If utilization review denies or reduces a treatment, the worker can ask an independent physician to review it.
<b>Upheld</b> means that the denial stands: the item is not medically necessary. <b>Overturned</b> means that it is
medically necessary.</p>
<p>A rate is the share of disputed items that were overturned. <span class="mark">●</span> is the rate; the line through it is
its 95% interval (Wilson’s), the range of plausible values for the true rate. <span class="mark">○</span> has fewer than ${SMALL}
items. Below ${FEW} items no rate is given: tables say “few”. The dashed line is the rate of all items.</p>
<p>The intervals assume that items are independent, which items of the same letter are not quite. These letters are the ones
that were read, not a random sample. Letters do not state categories, drug classes or reasons: this program derives
categories and drug classes from the words of the item, and reasons from the words of the rationale.</p>
</section>`

const rateFigures = ({ items: all, categories, drugClasses, ingredients, specialties }: Statistics): Html[] => [
  rateFigure({
    id: 'categories',
    title: 'By category',
    about: 'Disputed items by the categories of the state’s index of decisions.',
    unit: 'category',
    rates: categories,
    all,
  }),
  rateFigure({
    id: 'drug-classes',
    title: 'By drug class',
    about: 'Items that are pharmaceuticals, by the classes of the same index.',
    unit: 'drug class',
    rates: drugClasses,
    all,
  }),
  rateFigure({
    id: 'ingredients',
    title: 'By drug ingredient',
    about:
      'Items that name a drug, by its generic ingredients, so that a brand counts with its generics. A drug with several ' +
      'counts under each.',
    unit: 'ingredient',
    rates: ingredients,
    all,
  }),
  rateFigure({
    id: 'specialties',
    title: 'By specialty of the reviewer',
    about: 'A reviewer with several certifications counts under each.',
    unit: 'specialty',
    rates: specialties,
    all,
  }),
]

const guidelineFigures = ({ items: all, administratorCited, reviewerCited, agreement }: Statistics): Html[] => [
  rateFigure({
    id: 'administrator-cited',
    title: 'Guidelines that the claims administrator cited',
    about: 'Items by the chapter that the denial is based on. An item counts under each chapter that it cites.',
    unit: 'guideline',
    rates: administratorCited,
    all,
  }),
  rateFigure({
    id: 'reviewer-cited',
    title: 'Guidelines that the reviewer cited',
    about: 'Items by the chapter that the decision is based on. An item counts under each chapter that it cites.',
    unit: 'guideline',
    rates: reviewerCited,
    all,
  }),
  rateFigure({
    id: 'agreement',
    title: 'Whether both sides cite the same guideline',
    about: 'Both sides cite the same guideline if they have at least one chapter in common.',
    unit: 'pair of citations',
    rates: agreement,
    all,
  }),
]

const refused = ({ refused }: Statistics): Html => html`<section id="refused">
<h2>What was rejected, and why</h2>
<p>Inputs that did not become a record. They are not counted anywhere else on this page.</p>
${tableOf('What was rejected, and why', {
  heads: ['reason', 'code', 'inputs'],
  rows: refused.map(({ code, reason, inputs }) => [reason, code, counted(inputs)]),
})}
</section>`

const qualitySheet = (quality: Quality): Html => html`<section id="quality">
<h2>Quality and provenance</h2>
<p>${plural(quality.letters, 'letter')}, ${counted(quality.partial)} of them read only in part. The same figures are in
<code>quality.json</code> and <code>quality.md</code> next to this page.</p>
${sheetTables(quality).map(
  ({ title, about, heads, rows }, at) => html`<details${at === 0 ? raw(' open="open"') : ''}><summary>${title}</summary>
<p>${about}</p>
${tableOf(title, { heads, rows })}
</details>
`,
)}</section>`
