/** The one style of a report: paper and night, serif for texts, no colour but for what is marked. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #1b1a17; --soft: #6a665c;
  --line: #e4e0d5; --mark: #c2452d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #101319; --ink: #e9e6de; --soft: #9a978d; --line: #262b35; --mark: #f0785f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 16px 64px; max-width: 1040px; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, .text { font-family: Charter, 'Iowan Old Style', Palatino, Georgia, serif; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; font-weight: 600; }
h2 { font-size: 21px; line-height: 1.3; margin: 48px 0 4px; font-weight: 600; }
h3 { font-size: 13px; margin: 16px 0 4px; color: var(--soft); font-weight: 400; }
p { margin: 4px 0 12px; max-width: 65ch; }
.soft { color: var(--soft); }
ol.limits { padding-left: 20px; max-width: 70ch; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: 13px; }
dt { color: var(--soft); } dd { margin: 0; }
details { border-top: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1fr 132px 350px; gap: 4px 16px; align-items: center;
  padding: 8px 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:hover .title, summary:focus-visible .title { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.title { font-weight: 600; } .said { font-size: 13px; font-variant-numeric: tabular-nums; }
.label { color: var(--mark); font-size: 13px; }
.open { padding: 0 0 16px; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 24px; margin-bottom: 16px; }
.text { margin: 0; white-space: pre-wrap; font-size: 15px; line-height: 1.55; max-width: 65ch; }
svg { display: block; overflow: visible; }
.track { stroke: var(--line); } .chance { stroke: var(--soft); }
.interval { stroke: var(--ink); stroke-width: 3; } .value { fill: var(--mark); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 4px 16px 4px 0; border-top: 1px solid var(--line);
  vertical-align: top; overflow-wrap: break-word; }
th { color: var(--soft); font-weight: 400; white-space: nowrap; }
@media (max-width: 640px) {
  summary, .sides { grid-template-columns: 1fr; }
}
@media print { details { break-inside: avoid; } }
`;
