import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { EpisodeView } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { textOf, type Script, type Stretch } from '../script/script.ts';
import { openFile } from '../start/opened.ts';
import { Problem } from '../ui/notice.tsx';
import { useKeepUnsaved, useUnsaved } from '../unsaved/use-shelf.ts';
import { halfTyped, nameOfCorrection } from './half-typed.ts';

interface CorrectWordsProps {
  episode: EpisodeView;
  script: Script;
  picked: Stretch;
  /** Whether it is unfolded; it is in any case where something was typed before. */
  isOpen: boolean;
  onFold: (isOpen: boolean) => void;
}

/** Where the transcript misheard: the right words are written here, looked at like every correction, and kept for all cards and clips. */
export function CorrectWords(props: CorrectWordsProps) {
  const name = nameOfCorrection(props.episode.id, props.picked);
  const words = textOf(props.script, props.picked);
  const before = useUnsaved(halfTyped, name);
  if (before === undefined) return null;
  return <Form {...props} name={name} words={words} before={before?.words === words ? before.text : null} />;
}

interface FormProps extends CorrectWordsProps {
  /** As what is typed is kept under. */
  name: string;
  words: string;
  /** What was typed before; `null` for nothing. */
  before: string | null;
}

function Form({ episode, script, picked, isOpen, onFold, name, words, before }: FormProps) {
  const [text, setText] = useState(before ?? words);
  const forget = useKeepUnsaved(
    halfTyped,
    name,
    useMemo(() => (text === words ? null : { words, text }), [text, words]),
  );
  const correct = useMutation({
    mutationFn: async () => {
      const vtt = await (
        await request(`/v1/episodes/${encodeURIComponent(episode.id)}/transcript.vtt`, { cache: 'no-store' })
      ).text();
      const { corrected } = await import('./corrected.ts');
      const file = corrected(vtt, script, picked, text);
      if (file === null)
        throw new Error(
          'These words cannot be corrected here. Download the transcript, correct it, and drop it on the list of episodes.',
        );
      const { id, title, show } = episode;
      await openFile(new File([file], 'corrected.vtt', { type: 'text/vtt' }), {
        id,
        title,
        show: show.title,
        back: location.pathname + location.search,
      });
      await forget();
    },
  });
  return (
    <details
      className="fold text-[0.9375rem]"
      open={isOpen || before !== null}
      onToggle={({ currentTarget }) => onFold(currentTarget.open)}
    >
      <summary>A word is wrong?</summary>
      <form
        className="mt-2 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          correct.mutate();
        }}
      >
        <label className="label" htmlFor="right-words">
          What is really said
        </label>
        <textarea
          id="right-words"
          dir="auto"
          rows={3}
          className="input font-serif"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {correct.error !== null && <Problem error={correct.error} />}
        <div>
          <button
            type="submit"
            className="btn"
            disabled={text.trim() === words || text.trim() === '' || correct.isPending}
          >
            See what it changes
          </button>
        </div>
        <p className="text-[0.875rem] text-soft">
          A card says what the transcript says, so the transcript is corrected, for all cards and clips.
          Nothing is kept before you have seen what changes.
        </p>
      </form>
    </details>
  );
}
