import { useQuery } from '@tanstack/react-query';
import { brandsQuery } from '../api/queries.ts';
import { useSignedIn } from '../api/token.ts';
import type { Draft } from '../pick/draft.ts';
import type { Suggestion } from '../pick/suggestions.ts';
import { isWhole, type Script, type Stretch } from '../script/script.ts';
import { Problem, Sentence } from '../ui/notice.tsx';
import type { PreviewOf } from './preview.ts';

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
  const repaired = useRepaired(draft.look.brand);
  const notes =
    error === null
      ? [...reasonsFor(draft, script, suggestions), ...notesOn(draft, script, preview), ...repaired]
      : [];
  return (
    <div className="grid gap-2" aria-live="polite">
      {error !== null && <Problem error={error} />}
      {error === null &&
        preview?.context.map(({ kind, message, words, wider }) => (
          <div key={kind} className="note note-alarm">
            <p>
              <Sentence text={message} /> <span className="font-serif italic">“{words}”</span>
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
    </div>
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

/** What the chosen brand's colours had to become so that words can be read. */
function useRepaired(brand: string | null): string[] {
  const isSignedIn = useSignedIn();
  const { data } = useQuery({ ...brandsQuery, enabled: isSignedIn && brand !== null });
  const contrast = data?.items.find(({ kit }) => kit.id === brand)?.contrast ?? [];
  return contrast.some(({ repaired }) => repaired)
    ? [
        'Some words could hardly be read in this brand’s colours: they are drawn in the nearest colour that can.',
      ]
    : [];
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
