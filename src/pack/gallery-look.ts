/** How the page of a pack looks and what it does. It works without the script: then a card opens as the file it is. */

export const STYLE = `
:root { color-scheme: light dark; --paper: #f7f7f2; --sheet: #fff; --ink: #16181d; --muted: #5c6067; --line: #dcdcd4; --accent: #8a5a00; --mark: #ffc329; --error: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --sheet: #1d2026; --ink: #eeeee8; --muted: #a3a7ad; --line: #33363d; --accent: #ffc329; --error: #ff8a80; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 3rem; }
.show { margin: 0; color: var(--muted); font-weight: 600; }
h1 { margin: 0.15rem 0 0; font-size: clamp(1.8rem, 4vw, 2.75rem); line-height: 1.1; letter-spacing: -0.02em; text-wrap: balance; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.9rem 0 0; padding: 0; list-style: none; color: var(--muted); }
a { color: var(--accent); text-underline-offset: 0.2em; }
nav { position: sticky; top: 0; z-index: 1; margin-top: 1.75rem; background: var(--paper); border-block: 1px solid var(--line); }
nav > div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; max-width: 84rem; margin: 0 auto; padding: 0.6rem 1.5rem; }
nav span { margin-inline: 0.9rem 0.3rem; color: var(--muted); font-size: 0.875rem; }
nav span:first-child { margin-inline-start: 0; }
button { font: inherit; font-size: 0.9rem; min-height: 2.25rem; padding: 0.2rem 0.85rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--sheet); color: inherit; cursor: pointer; }
button:hover { border-color: var(--muted); }
button[aria-pressed=true] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
article { display: grid; grid-template-columns: minmax(16rem, 24rem) minmax(0, 1fr); gap: 1.5rem 3rem; margin-inline: -1.5rem; padding: 2.25rem 1.5rem; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.number { margin: 0 0 0.4rem; color: var(--muted); font-variant-numeric: tabular-nums; font-size: 0.9rem; }
.number b { color: var(--ink); }
blockquote { margin: 0; font: 1.2rem/1.45 Georgia, 'Source Serif 4', serif; text-wrap: pretty; white-space: pre-line; }
.from { margin: 0.6rem 0 0.9rem; color: var(--muted); font-size: 0.9375rem; }
.tags { margin: 0 0 0.9rem; color: var(--accent); font-size: 0.9375rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.cards { display: flex; flex-wrap: wrap; gap: 1.1rem; margin: 0; padding: 0; list-style: none; align-items: flex-end; align-content: flex-start; }
figure { margin: 0; }
figcaption { margin-top: 0.4rem; color: var(--muted); font-size: 0.8125rem; }
.cards img, .cards video { display: block; height: 12rem; width: auto; max-width: 100%; border-radius: 0.35rem; box-shadow: 0 0 0 1px var(--line), 0 6px 18px rgb(0 0 0 / 0.08); }
.cards a { display: block; cursor: zoom-in; }
.cards .file { display: grid; place-content: center; height: 12rem; width: 9.6rem; padding: 1rem; border: 1px dashed var(--muted); border-radius: 0.35rem; text-align: center; cursor: pointer; }
.error { color: var(--error); font-size: 0.9375rem; max-width: 30rem; }
[hidden] { display: none !important; }
footer { padding-block: 2rem 4rem; color: var(--muted); font-size: 0.9rem; }
dialog { width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 3.5rem 1rem 1rem; border: 0; background: rgb(12 13 16 / 0.94); color: #eeeee8; }
dialog figure { display: grid; grid-template-rows: minmax(0, 1fr) auto; gap: 0.75rem; height: 100%; justify-items: center; }
dialog img { max-width: 100%; max-height: 100%; margin: auto; border-radius: 0.25rem; }
dialog figcaption { color: #c9ccd1; }
dialog a { color: var(--mark); }
dialog form { position: fixed; inset: 0.75rem 0.75rem auto auto; display: flex; gap: 0.4rem; }
dialog button { background: #24272e; border-color: #3b3f48; color: inherit; }
@media (max-width: 52rem) { article { grid-template-columns: minmax(0, 1fr); } .cards img, .cards video, .cards .file { height: 11rem; } }
@media print { nav, .buttons { display: none; } article { break-inside: avoid; } }
`;

/** Filters, copies captions and shows a card large, with the arrow keys for the next one. */
export const SCRIPT = `
const every = (selector, root = document) => [...root.querySelectorAll(selector)];
const chosen = {};
const show = () => {
  for (const card of every('.cards > li')) card.hidden = Object.entries(chosen).some(([name, value]) => value !== '' && card.dataset[name] !== value);
  for (const button of every('button[data-filter]')) button.setAttribute('aria-pressed', String((chosen[button.dataset.filter] ?? '') === button.value));
};
const dialog = document.querySelector('dialog');
const large = dialog.querySelector('img');
const file = dialog.querySelector('figcaption a');
let at = 0;
const shown = () => every('.cards a[data-card]').filter((link) => link.closest('li').hidden === false);
const open = (index) => {
  const links = shown();
  at = (index + links.length) % links.length;
  const link = links[at];
  large.src = link.href;
  large.alt = link.querySelector('img').alt;
  file.href = link.href;
  file.textContent = link.getAttribute('href').replace('cards/', '');
  if (!dialog.open) dialog.showModal();
};
document.addEventListener('click', async (event) => {
  const link = event.target.closest('.cards a[data-card]');
  if (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    return open(shown().indexOf(link));
  }
  const button = event.target.closest('button');
  if (button === null) return event.target === dialog && dialog.close();
  if (button.dataset.filter !== undefined) {
    chosen[button.dataset.filter] = button.value;
    show();
  }
  if (button.dataset.step !== undefined) open(at + Number(button.dataset.step));
  if (button.dataset.copy === undefined) return;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed here';
  }
  setTimeout(() => { button.textContent = label; }, 1500);
});
dialog.addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowRight') open(at + 1);
  if (key === 'ArrowLeft') open(at - 1);
});
show();
`;
