/** The look of the page: the reader's own typefaces, one accent, light and dark, a phone's width and paper. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f4f6f9; --text: #1a2330; --muted: #556070; --line: #d8dee6;
  --accent: #0b4f8a; --past: #7b93ad; --second: #a8540f; --rise: #0a6a52; --fall: #a83a14; --warning: #7a4a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #12171e; --panel: #1b222c; --text: #e6eaf0; --muted: #a4b0be; --line: #323c49;
    --accent: #78b7f2; --past: #6a859f; --second: #f0a35e; --rise: #63cdb0; --fall: #f59a78; --warning: #f0c26a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 71rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
header { padding: 2.5rem 0 1.5rem; border-bottom: 3px solid var(--accent); }
.chamber { margin: 0 0 .4rem; color: var(--accent); font-weight: 600; }
h1 { margin: 0; font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.015em; text-wrap: balance; }
.scope { margin: .5rem 0 0; color: var(--muted); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: 1.25rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
a { color: var(--accent); text-underline-offset: .2em; }
nav a { display: inline-block; padding: .2rem 0; }
section { margin-top: 2.75rem; scroll-margin-top: 1rem; }
h2 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; letter-spacing: -.01em; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
p { margin: .75rem 0; max-width: 46rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.headlines { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); margin: 0; border: solid var(--line); border-width: 1px 0 0 1px; }
.headlines > div { padding: .9rem 1rem 1rem; border: solid var(--line); border-width: 0 1px 1px 0; hyphens: auto; }
.headlines dt { color: var(--muted); font-size: .875rem; }
.headlines dd { margin: 0; font-variant-numeric: tabular-nums; }
.headlines .amount { font-size: 1.45rem; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; }
.headlines .before { color: var(--muted); font-size: .875rem; }
.headlines .rise, .headlines .fall { font-weight: 600; }
.headlines .rise::before { content: "\\25B2\\A0" / ""; font-size: .7em; }
.headlines .fall::before { content: "\\25BC\\A0" / ""; font-size: .7em; }
.rise { color: var(--rise); }
.fall { color: var(--fall); }
.warning { padding-left: .9rem; border-left: 3px solid var(--warning); color: var(--warning); }

.findings { margin: 0; padding: 0 0 0 1.1rem; max-width: 52rem; }
.findings li { margin: .4rem 0; padding-left: .2rem; }
.findings li::marker { color: var(--accent); }
.findings + .charts { margin-top: 1.5rem; }

.charts { display: grid; gap: 2rem 2.5rem; margin-bottom: 1.75rem; }
figure { margin: 0; min-width: 0; }
figcaption { margin-bottom: .5rem; font-weight: 600; font-size: .95rem; line-height: 1.35; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0 0 .4rem; padding: 0; list-style: none; color: var(--muted); font-size: .85rem; }
.legend li::before { content: ""; display: inline-block; width: .75rem; height: .75rem; margin-right: .4rem; background: currentColor; }
.legend li.stroke::before { height: 3px; vertical-align: .25em; }
.legend li.before::before { width: 3px; height: .9rem; background: var(--text); vertical-align: -.1em; }
.legend .current::before, .legend .certificates::before { background: var(--accent); }
.legend .past::before { background: var(--past); }
.legend .goods_value::before { background: var(--second); }
.legend .band::before { background: var(--past); opacity: .4; }
.legend .incomplete::before { background: none; border: 1.5px dashed var(--accent); }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg.wide { display: none; }
svg text { fill: var(--text); font-size: 12px; font-variant-numeric: tabular-nums; }
svg .tick { fill: var(--muted); font-size: 11.5px; }
svg .value { font-weight: 650; paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
svg text.rise { fill: var(--rise); }
svg text.fall { fill: var(--fall); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .axis { stroke: var(--muted); stroke-width: 1; }
svg rect.current, svg circle.current, svg circle.certificates { fill: var(--accent); }
svg rect.past, svg circle.past { fill: var(--past); }
svg circle.goods_value { fill: var(--second); }
svg rect.rise { fill: var(--rise); }
svg rect.fall { fill: var(--fall); }
svg rect.incomplete { fill: var(--panel); stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .band { fill: var(--past); opacity: .22; }
svg line.event { stroke: var(--text); stroke-width: 1; stroke-dasharray: 4 3; }
svg .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
svg .line.current, svg .line.certificates { stroke: var(--accent); }
svg .line.past { stroke: var(--past); }
svg .line.goods_value { stroke: var(--second); }
svg line.halo { stroke: var(--page); stroke-width: 6; }
svg line.before { stroke: var(--text); stroke-width: 2.5; }
details { margin-top: .5rem; font-size: .875rem; }
summary { display: inline-block; padding: .25rem 0; color: var(--accent); cursor: pointer; }
summary::before { content: "+\\A0" / ""; }
details[open] summary::before { content: "\\2212\\A0" / ""; }

.table { margin: 1rem 0 1.75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
table[data-sortable] { min-width: 100%; }
caption { padding: 0 0 .5rem; font-weight: 600; text-align: left; }
caption span { position: sticky; left: 0; display: inline-block; width: max-content; max-width: calc(100vw - 2.5rem); }
th, td { padding: .4rem .5rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:first-child { padding-left: 0; }
td, th.number { white-space: nowrap; }
.number { text-align: right; }
thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; border-bottom: 1px solid var(--muted); }
thead th.number { white-space: normal; }
thead th.group { padding-bottom: .2rem; color: var(--text); text-align: center; border-bottom: 1px solid var(--line); border-left: 1rem solid var(--page); }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; border-top: 1px solid var(--muted); }
tbody tr:hover > * { background: var(--panel); }
tr > :first-child { position: sticky; left: 0; background: var(--page); }
thead th::first-letter, th button::first-letter, #balance-table th::first-letter, #problems-table th::first-letter { text-transform: uppercase; }
#destinations-table { font-size: .8125rem; }
#inputs-table td:last-child { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .8rem; }
.note { margin: .5rem 0 0; color: var(--muted); font-size: .85rem; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
th button { display: inline-block; min-height: 1.5rem; }
th button:hover { color: var(--accent); }
th button::after { content: "\\2195" / ""; margin-left: .25rem; font-size: .85em; opacity: .45; }
th[aria-sort] button { color: var(--accent); }
th[aria-sort] button::after { opacity: 1; }
th[aria-sort="ascending"] button::after { content: "\\2191" / ""; }
th[aria-sort="descending"] button::after { content: "\\2193" / ""; }
.fold { margin-top: .75rem; padding: .45rem .9rem; color: var(--accent); border: 1px solid var(--accent); border-radius: .25rem; font-size: .9rem; }
.fold:hover { background: var(--panel); }

#method ol { margin: 0; padding-left: 1.4rem; max-width: 46rem; font-size: .925rem; }
#method li { margin: .3rem 0; }
code { font: inherit; white-space: nowrap; }
.definitions { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 0; max-width: 46rem; font-size: .925rem; }
.definitions dt { font-weight: 600; }
.definitions dd { margin: 0; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .85rem; }

@media (max-width: 30rem) {
  .headlines { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .headlines > div { padding: .75rem .7rem .8rem; }
  .headlines dt { font-size: .8125rem; }
  .headlines .amount { font-size: 1.2rem; }
  .definitions { grid-template-columns: 1fr; gap: 0; }
  .definitions dd { margin-bottom: .6rem; }
  tbody th { max-width: 9rem; }
}
@media screen and (min-width: 34rem) {
  svg.wide { display: block; max-width: 36rem; }
  svg.narrow { display: none; }
}
@media (min-width: 56rem), print {
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  @page { size: A4; margin: 15mm 14mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  header { padding-top: 0; }
  nav, .fold, details, th button::after { display: none; }
  section { margin-top: 1.5rem; }
  h2, h3, caption, figcaption { break-after: avoid; }
  figure, tr, .headlines > div, li { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  table, #destinations-table { font-size: 6.9pt; }
  th, td { padding: .2rem .3rem; }
  thead th.group { border-left-width: .5rem; }
  caption span { position: static; max-width: none; }
  .headlines .amount { font-size: 1.3rem; }
  tr[hidden] { display: table-row; }
  .scroll { overflow: visible; }
  tr > :first-child { position: static; }
}
`;
