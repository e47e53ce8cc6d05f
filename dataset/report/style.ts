/** The style of the report: one column, and colours by name so that dark mode and print only change their values. */
export const STYLE = `
:root {
  --paper: #ffffff; --text: #1d2329; --muted: #5a646e; --line: #e1e5e8; --shade: #f5f7f8;
  --mark: #1f6391; --other: #b4531a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --text: #e4e7ea; --muted: #a0aab3; --line: #2f373e; --shade: #1b2025;
    --mark: #7cb9e3; --other: #f0a066;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 47.5rem; background: var(--paper); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}
h1 { margin: 0 0 .5rem; font-size: 1.8rem; line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
h2 { margin: 3rem 0 .4rem; font-size: 1.2rem; line-height: 1.3; }
p { margin: 0 0 .7rem; max-width: 42rem; }
header > p, section > p { color: var(--muted); }
.reading p { color: inherit; }
.headlines { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.25rem; margin: 1.75rem 0 0; }
.headlines > div { display: flex; flex-direction: column; border-top: 2px solid var(--text); padding-top: .5rem; }
.headlines dt { order: 1; font-size: .9rem; }
.headlines dd { display: contents; }
.headlines strong { font-size: 1.75rem; line-height: 1.2; font-weight: 600; letter-spacing: -.02em; }
.headlines small { order: 2; color: var(--muted); font-size: .8rem; }
.reading { margin-top: 2rem; padding: 1.1rem 1.25rem .5rem; background: var(--shade); border-radius: .4rem; font-size: .92rem; }
.reading h2 { margin-top: 0; font-size: 1rem; }
.mark { color: var(--mark); } .other { color: var(--other); }
figure { margin: 1rem 0 0; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg.narrow { display: none; max-width: 28rem; }
svg, table { font-variant-numeric: tabular-nums; }
main > .none, .more { margin-top: 1.4rem; }
.none { padding: .8rem 1rem; background: var(--shade); border-radius: .4rem; }
details { margin-top: .6rem; font-size: .9rem; }
summary { cursor: pointer; color: var(--muted); width: fit-content; }
#quality details { border-top: 1px solid var(--line); margin: 0; padding: .55rem 0; }
#quality summary { color: var(--text); font-weight: 600; }
#quality details p { margin: .5rem 0; color: var(--muted); }
.table { overflow-x: auto; margin: .6rem 0; }
table { border-collapse: collapse; font-size: .85rem; line-height: 1.35; }
th, td { padding: .3rem .9rem .3rem 0; text-align: right; vertical-align: top; white-space: nowrap; font-weight: 400; }
thead th { border-bottom: 1px solid var(--muted); color: var(--muted); vertical-align: bottom; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tr > :first-child { text-align: left; white-space: normal; min-width: 9rem; }
tr > :last-child { padding-right: 0; }
code { font-size: .92em; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.45rem; }
  .headlines { grid-template-columns: repeat(2, 1fr); }
  svg.wide { display: none; } svg.narrow { display: block; }
  th, td { padding-right: .55rem; }
  tr > :first-child { min-width: 8.5rem; overflow-wrap: anywhere; }
}
@media print {
  @page { margin: 18mm 16mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  h1 { font-size: 18pt; } h2 { margin-top: 1.6rem; font-size: 12pt; break-after: avoid; }
  svg.narrow { display: none; }
  p:has(+ figure) { break-after: avoid; } p, figure, tr, .headlines, .more, #refused { break-inside: avoid; }
  svg.wide { display: block; width: 150mm; }
  figure > details { display: none; }
  .headlines { grid-template-columns: repeat(4, 1fr); }
  .table { overflow: visible; }
}
`
