import { endsSentence, lengthOf, spread, type Cue } from './cues.ts';
import type { Warning, Word } from './model.ts';

/** Buckets hold whole captions by their start; the last one runs on into the next bucket by half its length on average. */
const CAPTION_LETTERS = 75;
/** A bucket with less than this share of the usual words was cut, or is mostly silence. */
const SPARSE = 0.35;
/** Likely error of a word's start, as a share of its bucket's length: 6.5 s in buckets of 30 s. */
const BUCKET_ERROR = 6500 / 30_000;
/** The same where sparse buckets were repaired. */
const REPAIR_ERROR_MS = 12_000;

interface Bucket extends Cue {
  endMs: number;
  length: number;
  sparse: boolean;
  /** When the first word is likely spoken. */
  anchorMs: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function bucketsOf(words: readonly Word[], cues: readonly Cue[]): Bucket[] {
  const step = median(
    cues.flatMap((cue, i) => (cues[i + 1] ? [(cues[i + 1]?.startMs ?? 0) - cue.startMs] : [])),
  );
  const buckets = cues.map((cue, i): Bucket => {
    const endMs = cue.endMs ?? cues[i + 1]?.startMs ?? cue.startMs + Math.max(step, 1);
    const length = lengthOf(words, cue.from, cue.to);
    return { ...cue, endMs: Math.max(endMs, cue.startMs + 1), length, sparse: false, anchorMs: 0 };
  });
  const rate = median(buckets.map((bucket) => bucket.length / (bucket.endMs - bucket.startMs)));
  const lagMs = rate === 0 ? 0 : CAPTION_LETTERS / rate / 2;
  for (const [i, bucket] of buckets.entries()) {
    bucket.sparse = i < buckets.length - 1 && bucket.length < SPARSE * rate * (bucket.endMs - bucket.startMs);
    bucket.anchorMs = bucket.startMs + Math.min(lagMs, (bucket.endMs - bucket.startMs) / 4);
  }
  return buckets;
}

/**
 * Times words that the source only puts into buckets of fixed length. Each bucket's words are spread from its start to
 * the next one's, both later by half a caption. Where something was cut out (an advertisement), the few words left in
 * sparse buckets belong to their neighbours: to the one before up to the end of its sentence, else to the one after.
 */
export function timeBuckets(words: readonly Word[], cues: readonly Cue[]): Warning[] {
  const buckets = bucketsOf(words, cues);
  const rate =
    median(buckets.filter((b) => !b.sparse).map((b) => b.length / (b.endMs - b.startMs))) || 1 / 60;
  const repaired: number[] = [];
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i];
    if (bucket === undefined) break;
    let last = i;
    while (buckets[last]?.sparse && buckets[last + 1]?.sparse) last++;
    const next = buckets[last + 1];
    if (bucket.sparse && next !== undefined) {
      const run = buckets.slice(i, last + 1);
      for (const { startMs } of run) repaired.push(startMs);
      timeSparse(
        words,
        { from: bucket.from, to: next.from, startMs: bucket.anchorMs, endMs: next.anchorMs },
        rate,
      );
      i = last;
      continue;
    }
    const spokenBy = bucket.anchorMs + (bucket.length / rate) * 1.3;
    const nextMs = next !== undefined && next.startMs >= bucket.endMs ? next.anchorMs : Infinity;
    const untilMs = Math.min(nextMs, Math.max(spokenBy, next === undefined ? 0 : bucket.endMs));
    const error = BUCKET_ERROR * (bucket.endMs - bucket.startMs);
    spread(words, bucket.from, bucket.to, bucket.anchorMs, Math.max(untilMs, bucket.anchorMs), () => error);
  }
  if (repaired.length === 0) return [];
  return [
    {
      code: 'sparse-buckets',
      message: `Too few words for their time at ${repaired.map(clock).join(', ')}: something was cut out there, and the times of these words are estimated from their neighbours.`,
    },
  ];
}

/** Words of sparse buckets, between the likely start of the first and that of the words after them. */
function timeSparse(words: readonly Word[], run: Cue & { endMs: number }, rate: number): void {
  const { from, to, startMs, endMs } = run;
  const timeOf = (first: number, last: number): number => lengthOf(words, first, last) / rate;
  const slack = Math.max(0, endMs - startMs - timeOf(from, to));
  // Where the sentence begun before them ends; what follows was said after the cut.
  let cut = from;
  if (from > 0 && !endsSentence(words[from - 1])) {
    while (cut < to && !endsSentence(words[cut])) cut++;
    cut = Math.min(cut + 1, to);
  }
  // Nothing tells on which side of the cut a whole run of sentences, or a single one, was said.
  const isSure = cut > from ? endsSentence(words[cut - 1]) : !endsSentence(words[to - 1]);
  const errorMs = isSure ? Math.min(slack, REPAIR_ERROR_MS) : slack + REPAIR_ERROR_MS;
  const leftEndMs = Math.min(endMs, startMs + timeOf(from, cut));
  const rightStartMs = Math.max(leftEndMs, endMs - timeOf(cut, to));
  spread(words, from, cut, startMs, leftEndMs, () => errorMs);
  spread(words, cut, to, rightStartMs, endMs, () => errorMs);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
