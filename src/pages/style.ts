/** The one style sheet of all pages: newsprint and ink, and by night the reverse. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f7f2; --sheet: #ffffff; --ink: #16181d; --soft: #5c6067; --rule: #dcdcd3; --mark: #ffc329; --link: #7a4d00;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif;
  --sans: Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --sheet: #1d2026; --ink: #f2f1ea; --soft: #a6a9b0; --rule: #33373f; --link: #ffcf57; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: 2px; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; }
.wrap { max-width: 46rem; margin: 0 auto; padding-inline: 1.25rem; }
.top { padding: 1.5rem 0 1.25rem; font-size: .9375rem; }
.top .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
.top a { color: inherit; text-decoration: none; }
.top a:hover { text-decoration: underline; }
.name { font-weight: 700; letter-spacing: -.01em; }
.name::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-inline-end: .45em; background: var(--mark); border-radius: 1px; }
main { padding-bottom: 4rem; }
.note { margin: 0 0 1.5rem; padding: .75rem 1rem; border-inline-start: 4px solid var(--mark); background: var(--sheet); }
.card { display: block; width: 100%; height: auto; border-radius: 10px; border: 1px solid var(--rule); background: var(--sheet); }
.words { margin: 2.25rem 0 0; padding: 0; font: 1.25rem/1.6 var(--serif); }
.words p { margin: 0 0 .9rem; }
.words cite { display: block; font: 650 .8125rem/1.5 var(--sans); color: var(--soft); }
.context { color: var(--soft); }
.words strong { font-weight: inherit; color: var(--ink); background: linear-gradient(transparent 62%, color-mix(in srgb, var(--mark) 55%, transparent) 62%, color-mix(in srgb, var(--mark) 55%, transparent) 94%, transparent 94%); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.said { margin: 1.25rem 0 0; }
.said b { font-weight: 650; }
.soft { color: var(--soft); }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.75rem 0 0; padding: 0; list-style: none; }
.acts a { display: inline-block; padding: .55rem 1.05rem; border: 1px solid var(--rule); border-radius: 999px; background: var(--sheet); color: var(--ink); text-decoration: none; font-weight: 550; }
.acts a:hover { border-color: currentColor; }
.acts a.first { background: var(--mark); border-color: var(--mark); color: #16181d; }
.list { list-style: none; margin: 1.5rem 0 0; padding: 0; }
.list > li { padding: 1.1rem 0; border-top: 1px solid var(--rule); }
.list h2 { font-size: 1.25rem; }
.title { font-size: clamp(1.6rem, 5vw, 2.25rem); letter-spacing: -.02em; margin-top: 1rem; }
.lines { list-style: none; margin: 2rem 0 0; padding: 0; font: 1.125rem/1.6 var(--serif); }
.lines > li { margin: 0 0 1.35rem; }
.lines .who { font: 650 .875rem/1.5 var(--sans); display: block; color: var(--soft); }
.lines a { color: inherit; text-decoration: none; }
.lines a:hover { text-decoration: underline; text-decoration-color: var(--mark); text-decoration-thickness: .12em; }
.lines time { font: .8125rem/1.5 var(--sans); font-variant-numeric: tabular-nums; color: var(--soft); margin-inline-end: .6em; }
pre, code { font: .875rem/1.55 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; }
pre { overflow-x: auto; padding: 1rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; }
.op { margin: 2.25rem 0 0; padding: 1.5rem 0 0; border-top: 1px solid var(--rule); }
.op h3 { font-size: 1rem; font-weight: 600; }
.verb { display: inline-block; min-width: 3.2rem; font-weight: 700; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 0; font-size: .9375rem; }
td, th { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--rule); font-weight: inherit; }
.foot { border-top: 1px solid var(--rule); padding: 1.25rem 0 2.5rem; font-size: .9375rem; color: var(--soft); }
`.replaceAll(/\s*\n\s*/g, '');
