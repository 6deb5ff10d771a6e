/**
 * Measures the picks against labelled episodes: `node bench/eval/highlights.ts [folder]`. The transcripts are not part of
 * the project.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { highlights } from '../../src/highlight/highlights.ts';
import { lexiconOf } from '../../src/highlight/lexicon/index.ts';
import { notesOf, readNote } from '../../src/highlight/notes.ts';
import { read } from '../../src/highlight/reading.ts';
import { atOnce } from '../../src/highlight/steps.ts';
import { finder } from '../../src/highlight/retrieve.ts';
import type { Span } from '../../src/quote/model.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { hits, readGold, recall, type Topic } from './gold.ts';
import { firstOfSlices, longest, longestOfSlices, random, textRank } from './peers.ts';

const COUNTS = [10, 20, 40];
/** The labelled transcripts, of which none is part of the project. */
const FILES = ['000_69005a5553fd1534.txt', '003_302e20e27c256d29.txt'];
const LABELS = [
  ['gold', 0, 'first labels, which most weights were set with'],
  ['subjects', 0, 'second labels: everything talked about, stretch by stretch'],
  ['claims', 0, 'third labels: what an editor would name'],
  ['other-episode', 1, 'another episode'],
] as const;

const folder =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/transcripts';
const SEEDS = 1000;

interface Labelled {
  text: EpisodeText;
  pageNotes: string[];
  sha256: string;
}

function open(name: string): Labelled {
  const path = join(folder, name);
  if (!existsSync(path)) {
    console.error(`Expected a labelled transcript at ${path}; give its folder as the argument.`);
    process.exit(1);
  }
  const bytes = readFileSync(path);
  const transcript = parseTranscript(new Uint8Array(bytes));
  const { text } = normalize(transcript, { language: 'en' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text, pageNotes: notesOf(transcript.notes.join('\n')), sha256 };
}

const spanOf = (text: EpisodeText, i: number): Span => text.sentences[i] ?? { wordFrom: 0, wordTo: 0 };
const ours = (text: EpisodeText, count: number, notes: readonly string[] = []): Span[] =>
  highlights(text, { count, language: 'en', notes }).flatMap(({ spans }) => spans);

type Picker = (count: number) => Span[][];

function pickersOf(text: EpisodeText): [name: string, picks: Picker][] {
  const seeds = Array.from({ length: SEEDS }, (_, seed) => random(text, seed));
  const ranked = textRank(text);
  const span = (i: number): Span => spanOf(text, i);
  return [
    ['**pullquote**', (count) => [ours(text, count)]],
    [
      'random sentence, mean of 1,000 seeds',
      (count) => seeds.map((order) => order.slice(0, count).map(span)),
    ],
    [
      'random sentence of each time slice, mean',
      (count) => seeds.map((order) => firstOfSlices(text, order, count).map(span)),
    ],
    ['longest', (count) => [longest(text).slice(0, count).map(span)]],
    ['longest of each time slice', (count) => [longestOfSlices(text, count).map(span)]],
    ['TextRank', (count) => [ranked.slice(0, count).map(span)]],
  ];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value: number): string => `${Math.round(100 * value)} %`;
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

function table(title: string, topics: readonly Topic[], pickers: [string, Picker][]): void {
  console.log(`\n${title}, ${topics.length} topics\n`);
  row(['Picks by', ...COUNTS.map((count) => `recall at ${count}`), 'words a pick']);
  row(['---', ...COUNTS.map(() => '---:'), '---:']);
  for (const [name, picker] of pickers) {
    const recalls = COUNTS.map((count) => percent(mean(picker(count).map((picks) => recall(topics, picks)))));
    const sizes = picker(COUNTS[1] ?? 20)
      .flat()
      .map(({ wordFrom, wordTo }) => wordTo - wordFrom);
    row([name, ...recalls, mean(sizes).toFixed(1)]);
  }
  row(['the most there can be', ...COUNTS.map((count) => percent(Math.min(count / topics.length, 1))), '']);
}

const episodes = FILES.map(open);
const pickers = episodes.map(({ text }) => pickersOf(text));
for (const [name, at, title] of LABELS) {
  const gold = readGold(name);
  const episode = episodes[at];
  if (episode?.sha256 !== gold.sha256 || episode.text.words.length !== gold.words) {
    console.error('This is not the transcript that was labelled, or it is parsed into other words.');
    process.exit(1);
  }
  table(`Without notes, ${title}`, gold.topics, pickers[at] ?? []);
}

const gold = readGold();
const { text, pageNotes } = episodes[0] ?? open(FILES[0] ?? '');
const lexicon = lexiconOf('en');
const readings = atOnce(read(text, lexicon));
const { find } = finder(
  readings,
  readings.map(() => null),
  lexicon,
);

/** True where some of a passage's words are on the topic. */
function touches({ words }: Topic, { from, to }: { from: number; to: number }): boolean {
  const [wordFrom, wordTo] = [spanOf(text, from).wordFrom, spanOf(text, to - 1).wordTo];
  return words.some(([first, last]) => Math.min(last, wordTo) > Math.max(first, wordFrom));
}

function notesTable(): void {
  console.log('\nWith notes: each note alone. Is its first passage on its topic? Is the pick?\n');
  row(['Notes', 'passage right', 'pick right', 'pick wrong', 'nothing found']);
  row(['---', '---:', '---:', '---:', '---:']);
  for (const [name, noteOf] of [
    ['a sentence each', (topic: Topic) => topic.note ?? topic.topic],
    ['a few words each', (topic: Topic) => topic.topic],
  ] as const) {
    let passages = 0;
    let right = 0;
    let none = 0;
    for (const topic of gold.topics) {
      const [passage] = find(readNote(noteOf(topic)), null);
      if (passage !== undefined && touches(topic, passage)) passages++;
      const pick = highlights(text, { count: 1, language: 'en', notes: [noteOf(topic)] })[0];
      if (pick === undefined || pick.note === null) none++;
      else if (pick.spans.some((span) => hits(topic, span))) right++;
      else if (process.argv.includes('--show'))
        console.error('wrong:', noteOf(topic), '->', pick.text.slice(0, 90));
    }
    row([name, `${passages}`, `${right}`, `${gold.topics.length - right - none}`, `${none}`]);
  }
}
notesTable();

console.log("\nWith the page's own notes given, recall of all topics\n");
row(['', ...COUNTS.map((count) => `recall at ${count}`)]);
row(['---', ...COUNTS.map(() => '---:')]);
row([
  `${pageNotes.length} notes`,
  ...COUNTS.map((count) => percent(recall(gold.topics, ours(text, count, pageNotes)))),
]);

const laps = Array.from({ length: 15 }, () => {
  const started = performance.now();
  ours(text, 20);
  return performance.now() - started;
}).toSorted((a, b) => a - b);
console.log(
  `\n${text.words.length} words, 20 picks: median ${(laps[7] ?? 0).toFixed(0)} ms, first ${(laps.at(-1) ?? 0).toFixed(0)} ms`,
);
