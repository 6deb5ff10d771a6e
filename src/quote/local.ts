import type { Token } from '../transcript/tokens.ts';
import type { Posted } from './posted.ts';

/** Arabic vowel signs and the stretching line, Hebrew points: few people write them. */
const UNWRITTEN = /[\u0591-\u05C7\u0640\u064B-\u065F\u0670]/gu;

/** What a token says. */
const saidBy = ({ key }: Token): string => key.replace(UNWRITTEN, '');

/** Where each posted token stands in the source. */
export interface PostedAlignment {
  /** The token of the source it stands for, rising; -1 where it was put in. */
  places: Int32Array;
  /** 1 where it is the same there, 0 where it was changed or put in. */
  isSame: Uint8Array;
}

const MATCH = 2;
const CHANGED = -1;
const PUT_IN = -1;
/** Leaving out costs by the stretch and by the word, little where the writer marked it. */
const GAP_OPEN = -2.5;
const GAP_WORD = -0.1;
const MARKED_OPEN = -0.3;
const MARKED_WORD = -0.004;

const FROM_MATCH = 1;
const FROM_CHANGE = 2;
const FROM_PUT_IN = 3;
const FROM_GAP = 4;
const START = 5;

/**
 * Finds the best place of posted tokens in those of a source: all of the posted in order, any of it changed or put in, any
 * of the source's between left out, less dearly where the writer marked it. Dynamic programming with affine gaps
 * (Gotoh 1982), in time and memory proportional to the product of both lengths.
 */
export function alignPosted(wanted: Posted, source: readonly Token[]): PostedAlignment {
  const [n, m] = [wanted.tokens.length, source.length];
  const ids = new Map<string, number>();
  const left = Int32Array.from(wanted.tokens, (token) => {
    const said = saidBy(token);
    const id = ids.get(said) ?? ids.size;
    ids.set(said, id);
    return id;
  });
  const right = Int32Array.from(source, (token) => ids.get(saidBy(token)) ?? -1);
  const steps = new Uint8Array((n + 1) * (m + 1));
  const gapSteps = new Uint8Array((n + 1) * (m + 1));
  let above = new Float32Array(m + 1);
  let current = new Float32Array(m + 1);
  steps.fill(START, 0, m + 1);
  for (let i = 1; i <= n; i++) {
    // A gap before the next token is marked where the writer marked that token.
    const isMarked = wanted.marked.has(i);
    const open = isMarked ? MARKED_OPEN : GAP_OPEN;
    const more = isMarked ? MARKED_WORD : GAP_WORD;
    let gap = -Infinity;
    current[0] = PUT_IN * i;
    steps[i * (m + 1)] = FROM_PUT_IN;
    for (let j = 1; j <= m; j++) {
      const cell = i * (m + 1) + j;
      const isSame = right[j - 1] === left[i - 1];
      let best = (above[j - 1] ?? 0) + (isSame ? MATCH : CHANGED);
      let step = isSame ? FROM_MATCH : FROM_CHANGE;
      const putIn = (above[j] ?? 0) + PUT_IN;
      if (putIn > best) {
        best = putIn;
        step = FROM_PUT_IN;
      }
      const opened = (current[j - 1] ?? 0) + open + more;
      const longer = gap + more;
      gap = Math.max(opened, longer);
      gapSteps[cell] = longer > opened ? 1 : 0;
      if (gap > best) {
        best = gap;
        step = FROM_GAP;
      }
      current[j] = best;
      steps[cell] = step;
    }
    [above, current] = [current, above];
  }
  let end = 0;
  for (let j = 1; j <= m; j++) if ((above[j] ?? 0) > (above[end] ?? 0)) end = j;
  return trace(n, end, m + 1, steps, gapSteps);
}

function trace(
  n: number,
  end: number,
  width: number,
  steps: Uint8Array,
  gapSteps: Uint8Array,
): PostedAlignment {
  const places = new Int32Array(n).fill(-1);
  const isSame = new Uint8Array(n);
  let i = n;
  let j = end;
  while (i > 0) {
    const step = steps[i * width + j];
    if (step === FROM_MATCH || step === FROM_CHANGE) {
      places[--i] = --j;
      isSame[i] = step === FROM_MATCH ? 1 : 0;
    } else if (step === FROM_PUT_IN) i--;
    else {
      while (gapSteps[i * width + j] === 1) j--;
      j--;
    }
  }
  return { places, isSame };
}
