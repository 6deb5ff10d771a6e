/** The highlights of an episode, as everything asks for them. */
import type { Blobs } from '../blobs/port.ts';
import { sha256 } from '../sha256.ts';
import type { Episode, Hints } from '../quote/model.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { highlightSteps } from './highlights.ts';
import type { Highlight } from './model.ts';
import { ask, readPicks, type Picker } from './picker.ts';
import { unhurried } from './steps.ts';

/** What is picked from. */
export interface PickFrom {
  episode: Pick<Episode, 'language' | 'chapters'>;
  /** Show notes and soundbites, `null` where there are none. */
  hints: Hints | null;
  text: EpisodeText;
}

/** A language model that may be asked, and what that needs. */
export interface ModelDeps {
  picker: Picker;
  /** Milliseconds after which its answer is not waited for. */
  timeoutMs: number;
  /** Answers are kept here: a question costs once. */
  blobs: Blobs;
  /** Told why the model was of no use, or its answer could not be kept. */
  onError: (error: unknown) => void;
  /** Called before the model is asked; what it throws ends the asking. */
  admit: () => Promise<void>;
}

export interface Picked {
  highlights: Highlight[];
  /** What decided. */
  by: 'scores' | 'model';
  /** Why a model that is set up did not: it failed, or said something else than numbers of what it was given. */
  fallback: 'failed' | 'invalid' | null;
}

/**
 * The best `count` by their scores; notes, soundbites and chapters count. Those of a long episode take a second, during which
 * others are answered.
 * @throws PullquoteError `bad-parameter`, `too-large`
 */
export function pickByScores({ episode, hints, text }: PickFrom, count: number): Promise<Highlight[]> {
  const { language, chapters } = episode;
  const { notes = [], soundbites = [] } = hints ?? {};
  return unhurried(highlightSteps(text, { count, language, chapters, notes, soundbites }));
}

/** Questions are asked for these counts only, so that few are asked of an episode. */
const COUNTS = [12, 24, 48, 96, 200];
/** So many candidates for each one wanted, and at most. */
const CANDIDATES_EACH = 3;
const MOST_CANDIDATES = 240;

/**
 * The best `count` as a language model chooses them among those that score best, filled up by score where it names fewer.
 * Where it fails, or answers anything but numbers of what it was given, it is as if there were none.
 * @throws PullquoteError `bad-parameter`, and what `admit` throws
 */
export async function pickByModel(from: PickFrom, count: number, deps: ModelDeps): Promise<Picked> {
  const byScores = await pickByScores(from, count);
  const wanted = COUNTS.find((size) => size >= count) ?? count;
  const candidates = await pickByScores(from, Math.min(CANDIDATES_EACH * wanted, MOST_CANDIDATES));
  if (candidates.length < 2) return { highlights: byScores, by: 'scores', fallback: null };
  const texts = candidates.map(({ text }) => text);
  const asked = await askOnce(texts, wanted, deps);
  if ('failure' in asked) {
    deps.onError(asked.cause);
    return { highlights: byScores, by: 'scores', fallback: asked.failure };
  }
  const chosen = asked.picks.flatMap((index) => candidates[index] ?? []);
  const filled = [...new Set([...chosen, ...candidates])].slice(0, count);
  return { highlights: filled, by: 'model', fallback: null };
}

async function askOnce(
  texts: readonly string[],
  count: number,
  { picker, timeoutMs, blobs, onError, admit }: ModelDeps,
): Promise<Awaited<ReturnType<typeof ask>>> {
  const question = JSON.stringify([picker.name, count, texts]);
  const name = `picks/${await sha256(question)}.json`;
  const kept = await blobs.get(name);
  const known = kept === null ? null : readPicks(JSON.parse(new TextDecoder().decode(kept)), texts.length);
  if (known !== null) return { picks: known };
  await admit();
  const asked = await ask(picker, texts, count, AbortSignal.timeout(timeoutMs));
  if ('picks' in asked) {
    const numbers = JSON.stringify({ picks: asked.picks.map((index) => index + 1) });
    await blobs.put(name, new TextEncoder().encode(numbers), 'application/json').catch(onError);
  }
  return asked;
}
