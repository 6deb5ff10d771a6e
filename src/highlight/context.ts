import type { Span } from '../quote/model.ts';
import type { EpisodeText, Sentence } from '../transcript/model.ts';
import { needsQuestion } from './alone.ts';
import { cutOf, isQuestion, openQuotation, wordsOf, type Cut } from './cut.ts';
import { lexiconOf } from './lexicon/index.ts';
import { has, plain, type Lexicon } from './lexicon/model.ts';
import { termsOf } from './terms.ts';

/** What a cut may leave out that changes what its words say. */
type ContextKind = 'negation' | 'condition' | 'attribution' | 'question' | 'contrast';

/** A cut that may say something else than its speaker did, and a wider one that does not. */
export interface ContextWarning {
  kind: ContextKind;
  /** A sentence for the person who cuts. */
  message: string;
  /** The words left out that matter, as the source writes them. */
  words: string;
  /** Offered instead: one range of words, whole sentences, that holds the cut and those words. */
  wider: Span;
}

const MESSAGES: Readonly<Record<ContextKind, string>> = {
  negation: 'The cut leaves out a negation.',
  condition: 'The cut leaves out a condition that it depends on.',
  attribution: 'The cut leaves out that these are words or views of somebody else.',
  question: 'The cut leaves out the question that it answers.',
  contrast: 'The cut leaves out one side of a contrast.',
};

/** Reports one finding: the words left out, and the sentences that hold them. */
type Warn = (kind: ContextKind, words: string, sentence: Sentence) => void;

/**
 * What a cut of an episode leaves out that may change its meaning: a negation, a condition, an attribution, the question
 * it answers, one side of a contrast; at most one warning of each kind, each with a wider range. An empty list is no
 * promise: only the sentences of the cut and those beside it are looked at, and only in languages with a lexicon.
 */
export function contextWarnings(
  text: EpisodeText,
  spans: readonly Span[],
  options: { language: string },
): ContextWarning[] {
  const cut = cutOf(text, spans);
  if (cut === null) return [];
  const lexicon = lexiconOf(options.language);
  const found = new Map<ContextKind, ContextWarning>();
  const warn: Warn = (kind, words, sentence) => {
    if (found.has(kind)) return;
    const wider = {
      wordFrom: Math.min(sentence.wordFrom, cut.first.wordFrom),
      wordTo: Math.max(sentence.wordTo, cut.last.wordTo),
    };
    found.set(kind, { kind, message: MESSAGES[kind], words, wider });
  };
  inside(cut, lexicon, warn);
  before(text, cut, lexicon, warn);
  after(text, cut, lexicon, warn);
  return [...found.values()];
}

/** What is left out of the cut's own sentences. */
function inside({ first, left }: Cut, lexicon: Lexicon, warn: Warn): void {
  for (const words of left) {
    const said = plain(words);
    if (has(said, lexicon.negation)) warn('negation', words, first);
    if (has(said, lexicon.condition)) warn('condition', words, first);
    if (has(said, lexicon.attribution)) warn('attribution', words, first);
    if (has(said, lexicon.sides)) warn('contrast', words, first);
  }
}

/** The sentence before: a question, a supposition, the other side of a contrast; or one that opens a quotation. */
function before(text: EpisodeText, { first }: Cut, lexicon: Lexicon, warn: Warn): void {
  const quoting = openQuotation(text, first);
  if (quoting !== null) warn('attribution', wordsOf(text, quoting), quoting);
  const previous = text.sentences[first.index - 1];
  if (previous === undefined) return;
  const words = wordsOf(text, previous);
  const opening = plain(wordsOf(text, first));
  if (isQuestion(words) && needsQuestion(opening, termsOf(words, lexicon), lexicon))
    warn('question', words, previous);
  if (has(opening, lexicon.turning)) warn('contrast', words, previous);
  else if (has(plain(words), lexicon.reporting)) warn('attribution', words, previous);
  if (isFollowing(opening, words, lexicon) || has(plain(words), lexicon.supposing)) {
    warn('condition', words, previous);
  }
}

/** The sentence after: one that takes the words back, turns against them or limits them. */
function after(text: EpisodeText, { last }: Cut, lexicon: Lexicon, warn: Warn): void {
  const next = text.sentences[last.index + 1];
  if (next === undefined || isQuestion(wordsOf(text, last))) return;
  const words = wordsOf(text, next);
  const said = plain(words);
  if (has(said, lexicon.denial)) warn('negation', words, next);
  else if (has(said, lexicon.turning)) warn('contrast', words, next);
  if (has(said, lexicon.limiting)) warn('condition', words, next);
}

/** True where a sentence holds only under the one before: `then` also says what came next in a story. */
function isFollowing(opening: string, previous: string, lexicon: Lexicon): boolean {
  if (!has(opening, lexicon.following)) return false;
  return !has(opening, lexicon.sequel) || isQuestion(previous) || has(plain(previous), lexicon.condition);
}
