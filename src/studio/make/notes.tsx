import type { ColorReport } from '../../brand/report.ts';
import { Swatch } from '../brand/swatch.tsx';
import { USES } from '../brand/uses.ts';
import type { Draft } from '../pick/draft.ts';
import type { Suggestion } from '../pick/suggestions.ts';
import { isWhole, type Script, type Stretch } from '../script/script.ts';
import { Problem, Sentence } from '../ui/notice.tsx';
import type { PreviewOf } from './preview.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

interface NotesProps {
  draft: Draft;
  script: Script;
  preview: PreviewOf | null;
  error: unknown;
  suggestions: readonly Suggestion[];
  onWiden: (stretch: Stretch) => void;
}

/** What a person should know of the card before it goes out, in words. */
export function Notes({ draft, script, preview, error, suggestions, onWiden }: NotesProps) {
  const notes =
    error === null ? [...reasonsFor(draft, script, suggestions), ...notesOn(draft, script, preview)] : [];
  return (
    <div className="grid gap-2 empty:-mb-6" aria-live="polite">
      {error !== null && <Problem error={error} />}
      {error === null &&
        preview?.context.map(({ kind, message, words, wider }) => (
          <div key={kind} className="note note-alarm">
            <p>
              <Sentence text={message} /> <span className="font-serif italic">“{withEmoji(words)}”</span>
            </p>
            <button
              type="button"
              className="btn mt-2"
              onClick={() => onWiden({ from: wider.wordFrom, to: wider.wordTo })}
            >
              Take that in
            </button>
          </div>
        ))}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {error === null && preview !== null && preview.adjusted.length > 0 && (
        <Adjusted colors={preview.adjusted} />
      )}
    </div>
  );
}

/** What colours of the brand became so that words can be read: each in both, beside its name. */
function Adjusted({ colors }: { colors: readonly ColorReport[] }) {
  return (
    <div className="note">
      <p>Words could hardly be read in all of this brand’s colours. The nearest that can be read are used:</p>
      <ul className="mt-1.5 grid gap-1 text-[0.875rem]">
        {colors.map(({ use, given, drawn, ground }) => (
          <li key={use} className="flex flex-wrap items-center gap-x-2">
            <span className="me-auto">{USES[use] ?? use}</span>
            <Sample color={given} ground={ground} />
            <span aria-hidden="true">→</span>
            <span className="sr-only">drawn as</span>
            <Sample color={drawn} ground={ground} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A colour by its name, with how it looks on its ground. */
function Sample({ color, ground }: { color: string; ground: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <Swatch color={color} ground={ground} />
      {color}
    </span>
  );
}

/** Why these very words are suggested. */
function reasonsFor({ picked }: Draft, script: Script, suggestions: readonly Suggestion[]): string[] {
  const suggestion = suggestions.find(
    ({ sentenceFrom, sentenceTo }) =>
      script.sentences[sentenceFrom]?.wordFrom === picked?.from &&
      script.sentences[sentenceTo - 1]?.wordTo === picked?.to,
  );
  return suggestion === undefined ? [] : [`Worth quoting: ${suggestion.reason}.`];
}

function notesOn({ picked }: Draft, script: Script, preview: PreviewOf | null): string[] {
  if (picked === null || preview === null) return [];
  const { turns, timing } = script.source;
  const spoken = turns.filter(({ wordFrom, wordTo }) => wordFrom < picked.to && wordTo > picked.from);
  const notes: string[] = [];
  if (!isWhole(script, picked))
    notes.push('This cuts a sentence: […] on the card says where. Check that it still means what was said.');
  if (spoken.some(({ speaker }) => speaker === null))
    notes.push('No source states who says all of this, so the card names the episode and not a speaker.');
  else if (new Set(spoken.map(({ speaker }) => speaker)).size > 1)
    notes.push('More than one person speaks here; the card names all of them.');
  if (timing === 'none') notes.push('The transcript has no times, so the card prints none.');
  else if (preview.alt.includes('≈'))
    notes.push('The time is estimated from its surroundings: the card prints it with ≈.');
  if (preview.slides > 1)
    notes.push(`Too long for one card of this size: it goes over ${preview.slides} slides.`);
  return notes;
}
