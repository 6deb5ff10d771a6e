import { FONT_FACES } from './fonts.ts';

/** Newsprint and ink, and by night the reverse. */
const BASE = `
:root {
  color-scheme: light dark;
  --paper: #f7f7f2; --sheet: #fffffd; --ink: #16181d; --soft: #5c6067; --rule: #dedfd6; --mark: #ffc329; --link: #744a00;
  --wash: #ffe49b; --serif: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --sheet: #1c1f25; --ink: #f1f0e9; --soft: #a8abb2; --rule: #333740; --link: #ffcf57; --wash: #5c4711; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: break-word; -webkit-font-smoothing: antialiased; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: 4px; }
h1, h2 { line-height: 1.25; text-wrap: balance; margin: 0; }
[hidden] { display: none; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.soft { color: var(--soft); }
.emoji { height: 1.15em; width: auto; vertical-align: -.22em; margin-inline: .04em; }
`;

const FRAME = `
.wrap { max-width: 46rem; margin: 0 auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.wide .wrap { max-width: 68rem; }
.top { padding: 1.4rem 0 1.2rem; font-size: .9375rem; }
.top .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
.top a { color: inherit; text-decoration: none; }
.top a:hover { text-decoration: underline; }
.name { font-weight: 700; letter-spacing: -.015em; }
.name::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-inline-end: .45em; background: var(--mark); border-radius: 1px; }
main { padding-bottom: 4.5rem; }
.note { margin: 0 0 1.5rem; padding: .75rem 1rem; border-inline-start: 4px solid var(--mark); background: var(--sheet); }
.foot { border-top: 1px solid var(--rule); padding: 1.25rem 0 2.5rem; font-size: .9375rem; color: var(--soft); }
.foot .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: space-between; }
.lead { font-size: clamp(1.0625rem, 2.4vw, 1.25rem); line-height: 1.5; color: var(--soft); margin: .75rem 0 0; max-width: 34em; text-wrap: pretty; }
.status { margin: 2rem 0 0; font-weight: 650; font-variant-numeric: tabular-nums; }
.status + .title { margin-top: 0; }
.title { font-size: clamp(1.6rem, 5vw, 2.5rem); font-weight: 680; letter-spacing: -.025em; line-height: 1.12; margin-top: 1rem; }
`;

const QUOTE = `
.card { display: block; width: 100%; height: auto; border-radius: 12px; border: 1px solid var(--rule); background: var(--sheet); box-shadow: 0 1px 2px #16181d0a, 0 12px 32px -12px #16181d24; }
.about { display: grid; gap: 2.25rem clamp(2rem, 5vw, 4.5rem); margin-top: 2.25rem; }
@media (min-width: 56rem) { .about { grid-template-columns: minmax(0, 1fr) 19rem; margin-top: 3rem; } .about aside { grid-area: 1 / 2; } }
.words { margin: 0; padding: 0; font: 1.25rem/1.62 var(--serif); }
.words p { margin: 0 0 1.1rem; unicode-bidi: isolate; hanging-punctuation: first; }
.words .who { display: block; font: 600 .8125rem/1.7 var(--sans); color: var(--soft); }
.context { color: var(--soft); }
mark { color: var(--ink); background: linear-gradient(transparent 8%, var(--wash) 8% 92%, transparent 92%); border-radius: 3px; padding: 0 .12em; margin: 0 -.12em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.on { font-weight: 550; }
.said { margin: 0 0 1.5rem; font-size: .9375rem; line-height: 1.5; unicode-bidi: isolate; }
.said b { display: block; font-size: 1.1875rem; font-weight: 660; letter-spacing: -.012em; line-height: 1.35; }
.said .work { display: block; margin-top: .8rem; padding-top: .8rem; border-top: 1px solid var(--rule); color: var(--soft); }
.said .work a { display: block; color: var(--ink); font-weight: 600; text-decoration: none; }
.said .work a:hover { text-decoration: underline; }
.acts { display: grid; gap: .6rem; margin: 0; padding: 0; list-style: none; }
@media (min-width: 30rem) and (max-width: 55.99rem) { .acts { grid-template-columns: 1fr 1fr; } }
.act { display: flex; align-items: center; justify-content: center; gap: .6em; min-height: 2.875rem; padding: .5rem 1.1rem; border: 1px solid var(--rule); border-radius: 999px; background: var(--sheet); color: var(--ink); font: 570 1rem/1.25 var(--sans); text-align: center; text-decoration: none; }
.act:hover { border-color: currentColor; text-decoration: none; }
.act.first { background: var(--mark); border-color: var(--mark); color: #16181d; font-weight: 650; }
.act.first::before { content: ""; border-style: solid; border-width: .36em 0 .36em .58em; border-color: transparent transparent transparent currentColor; }
.tools { display: grid; gap: 2.25rem clamp(2rem, 5vw, 4.5rem); margin-top: 3rem; padding-top: 2.25rem; border-top: 1px solid var(--rule); }
@media (min-width: 56rem) { .tools { grid-template-columns: minmax(0, 1fr) 19rem; } }
.tools h2 { font-size: 1.0625rem; font-weight: 660; letter-spacing: -.01em; margin-bottom: .9rem; }
.field { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem .6rem; align-items: center; margin: 0 0 1rem; }
.field label { grid-column: 1 / -1; font-size: .875rem; font-weight: 550; }
.field input, .field textarea { width: 100%; min-height: 2.75rem; margin: 0; padding: .6rem .8rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--sheet); color: var(--ink); font: .8125rem/1.5 var(--mono); text-overflow: ellipsis; resize: vertical; }
.field textarea { min-height: 6.9rem; field-sizing: content; font-family: var(--sans); font-size: .875rem; align-self: start; }
.field button { min-height: 2.75rem; min-width: 5.25rem; padding: .4rem 1rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--sheet); color: var(--ink); font: 570 .9375rem/1 var(--sans); cursor: pointer; align-self: start; }
.field button:hover { border-color: currentColor; }
summary { cursor: pointer; padding: .35rem 0; font-weight: 550; margin-bottom: .6rem; }
.sizes { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin: 0; padding: 0; list-style: none; }
@media (min-width: 36rem) and (max-width: 55.99rem) { .sizes { grid-template-columns: repeat(3, 1fr); } }
.sizes a { display: flex; align-items: center; gap: .55rem; height: 100%; padding: .6rem .6rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--sheet); color: var(--ink); font-size: .9375rem; font-weight: 570; line-height: 1.3; text-decoration: none; }
.sizes a:hover { border-color: currentColor; }
.sizes small { display: block; font-size: .8125rem; font-weight: 400; color: var(--soft); white-space: nowrap; }
.sizes svg { flex: none; width: 1.6rem; height: 1.6rem; }
.sizes rect { fill: var(--wash); stroke: var(--mark); stroke-width: 1.5; }
.formats { margin: .9rem 0 0; font-size: .9375rem; color: var(--soft); }
`;

const LISTS = `
.hero { display: grid; gap: 1.75rem clamp(2rem, 5vw, 4.5rem); align-items: center; }
@media (min-width: 56rem) { .hero { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); padding: 1rem 0 1.5rem; } .hero .title { font-size: clamp(2.5rem, 5vw, 3.5rem); margin: 0; } }
.shown { display: block; border-radius: 12px; }
.shown .card { transition: box-shadow .2s; }
.shown:hover .card { box-shadow: 0 1px 2px #16181d14, 0 18px 44px -12px #16181d3d; }
.row { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 clamp(1rem, 3vw, 1.5rem); align-items: center; }
.cover { display: block; width: 4rem; height: 4rem; object-fit: cover; border-radius: 8px; border: 1px solid var(--rule); background: var(--sheet); }
.cover.none { background: linear-gradient(var(--mark), var(--mark)) center / 1.25rem .3rem no-repeat var(--sheet); }
.opening { align-items: start; margin: 1rem 0 2rem; }
.opening .cover { width: clamp(4.5rem, 16vw, 8rem); height: clamp(4.5rem, 16vw, 8rem); border-radius: 12px; }
.opening .title { margin: 0; }
.opening p { margin: .5rem 0 0; }
.opening .act { display: inline-flex; min-height: 2.5rem; margin-top: 1rem; }
.chapters ol { list-style: none; margin: 1.5rem 0 0; padding: 1rem 0; border: 1px solid var(--rule); border-width: 1px 0; columns: 18rem 2; column-gap: 2rem; }
.chapters li { display: flex; gap: .75rem; padding: .3rem 0; break-inside: avoid; font-size: .9375rem; }
.chapters time, .ways time { font-variant-numeric: tabular-nums; min-width: 3.2em; }
.chapters a { color: inherit; text-decoration: none; }
.chapters a:hover { text-decoration: underline; }
.chapters + .lines > h2:first-child { border-top: 0; padding-top: 0; }
.index { margin: 1.75rem 0 0; padding: 1rem 1.25rem; border: 1px solid var(--rule); border-radius: 10px; background: var(--sheet); }
.index ul { list-style: none; margin: 0; padding: 0; columns: 17rem 2; column-gap: 2rem; }
.index li { padding: .2rem 0; font-size: .875rem; break-inside: avoid; }
.index a { display: grid; grid-template-columns: 3.4rem minmax(0, 1fr); align-items: baseline; color: inherit; text-decoration: none; }
.index a:not(:has(.verb)) { display: inline; }
.index code { font-size: .8125rem; }
.index .verb { min-width: 0; font-size: .6875rem; letter-spacing: .02em; }
.index a:hover code { text-decoration: underline; }
.ways > li { display: flex; gap: .75rem; padding: .8rem 0; }
.list { list-style: none; margin: 1.75rem 0 0; padding: 0; }
.list > li { padding: 1.15rem 0; border-top: 1px solid var(--rule); }
.list h2 { font-size: 1.25rem; letter-spacing: -.015em; }
.list h2 a { color: inherit; text-decoration: none; }
.list h2 a:hover { text-decoration: underline; text-decoration-color: var(--mark); text-decoration-thickness: .12em; }
.lines { margin: 2.25rem 0 0; font: 1.1875rem/1.65 var(--serif); }
.lines h2 { scroll-margin: 1rem; font: 660 1.1875rem/1.3 var(--sans); letter-spacing: -.015em; margin: 2.75rem 0 1.1rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); }
.lines p { margin: 0 0 1.3rem; unicode-bidi: isolate; }
.lines .who { display: block; font: 600 .8125rem/1.8 var(--sans); color: var(--soft); }
.lines time { font-weight: 450; font-variant-numeric: tabular-nums; margin-inline-end: .7em; }
.lines a { color: inherit; text-decoration: none; border-radius: 3px; scroll-margin: 30vh; }
.lines a:hover { background: var(--wash); }
.lines a:target { background: var(--wash); box-shadow: 0 0 0 .14em var(--wash); }
.files { margin: 1rem 0 0; font-size: .9375rem; }
pre, code { font: .875rem/1.55 var(--mono); }
pre { overflow-x: auto; padding: 1rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: 10px; }
.op { margin: 2.25rem 0 0; padding: 1.5rem 0 0; border-top: 1px solid var(--rule); }
.op h2 { font-size: 1rem; font-weight: 600; }
.verb { display: inline-block; min-width: 3.2rem; font-weight: 700; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 0; font-size: .9375rem; }
td, th { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--rule); font-weight: inherit; }
`;

/** The one style sheet of all pages. */
export const STYLE = small(FONT_FACES + BASE + FRAME + QUOTE + LISTS);

const EMBED = `
html, body { background: none; }
.pull { margin: 0; padding: clamp(1.1rem, 5vw, 2rem); border: 1px solid var(--rule); border-radius: 14px; background: var(--sheet); }
.pull::before { content: ""; display: block; width: 2.25rem; height: .375rem; margin-bottom: 1.1rem; background: var(--mark); border-radius: 2px; }
.pull .gone { font: 660 1.125rem/1.35 var(--sans); margin: 0 0 .35rem; }
.pull p { margin: 0; }
.pull blockquote { margin: 0; font: 560 clamp(1.25rem, 4.4vw, 1.75rem)/1.32 var(--serif); letter-spacing: -.008em; text-wrap: pretty; unicode-bidi: isolate; }
.pull.long blockquote { font-size: clamp(1.0625rem, 3vw, 1.25rem); line-height: 1.45; font-weight: 450; }
.pull figcaption { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; margin-top: 1.35rem; font-size: .9375rem; line-height: 1.45; }
.pull b { font-weight: 650; }
.pull a { color: inherit; }
.pull .act { min-height: 2.5rem; font-size: .9375rem; color: #16181d; }
`;

/** The style sheet of what other sites show in an iframe. */
export const EMBED_STYLE = small(FONT_FACES + BASE + QUOTE + EMBED);

function small(sheet: string): string {
  return sheet.replaceAll(/\s*\n\s*/g, '');
}
