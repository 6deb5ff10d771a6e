import { useQuery } from '@tanstack/react-query';
import { useEffect, type FormEvent } from 'react';
import type { z } from 'zod';
import type { verifyView } from '../../http/verify.ts';
import { episodeQuery } from '../api/queries.ts';
import { sendJson } from '../api/request.ts';
import { Link, navigate } from '../route.tsx';
import { clock } from '../script/script.ts';
import { Busy, Problem } from '../ui/notice.tsx';
import { typing, useSteps } from '../ui/steps.ts';
import { useTitle } from '../ui/title.ts';
import { useUndo } from '../ui/undo.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

type Verdict = z.output<typeof verifyView>;

const VERDICTS: Readonly<Record<Verdict['verdict'], { title: string; says: string; isGood: boolean }>> = {
  verbatim: { title: 'Said just so', says: 'These are the words of the transcript.', isGood: true },
  elided: {
    title: 'Said, with words left out',
    says: 'Every word was said in this order; some in between are missing.',
    isGood: true,
  },
  altered: {
    title: 'Not said like this',
    says: 'Something close was said. What differs is shown below.',
    isGood: false,
  },
  'other-speaker': {
    title: 'Said by somebody else',
    says: 'The words are there, but another person says them.',
    isGood: false,
  },
  'not-found': {
    title: 'Nobody said this',
    says: 'No episode here has these words.',
    isGood: false,
  },
};

interface Question {
  text: string;
  speaker: string;
}

const isSameQuestion = (a: Question, b: Question): boolean => a.text === b.text && a.speaker === b.speaker;

/** Paste a quote, see whether anybody said it, and where. The question stands in the address. */
export default function VerifyView({ query }: { query: URLSearchParams }) {
  const asked = query.get('text') ?? '';
  const by = query.get('speaker') ?? '';
  const steps = useSteps(() => ({ text: asked, speaker: by }), isSameQuestion);
  const { text, speaker } = steps.value;
  const { change } = steps;
  useUndo(steps);
  useTitle('Did anybody say this?');
  // The way back in the browser asks what was asked before.
  useEffect(() => change(() => ({ text: asked, speaker: by })), [change, asked, by]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['verify', asked, by],
    queryFn: () =>
      sendJson<Verdict>('POST', '/v1/verify', { text: asked, ...(by === '' ? {} : { speaker: by }) }),
    enabled: asked !== '',
    staleTime: 60_000,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const next = new URLSearchParams({ text: text.trim() });
    if (speaker.trim() !== '') next.set('speaker', speaker.trim());
    navigate(`/studio/verify?${next.toString()}`);
  };
  return (
    <div className="mx-auto max-w-2xl px-5 py-6 sm:px-8 lg:py-10">
      <h1 className="text-3xl font-[680] tracking-[-0.025em] sm:text-4xl">Did anybody say this?</h1>
      <p className="mt-2 text-soft">
        Paste a quote from a post or an article. All episodes here are searched for it, and what was really
        said is shown, with who said it and when.
      </p>
      <form data-steps onSubmit={submit} className="mt-6 grid gap-4">
        <div>
          <label className="label" htmlFor="words">
            The words as they were posted
          </label>
          <textarea
            id="words"
            dir="auto"
            required
            rows={4}
            className="input font-serif !text-lg"
            value={text}
            onChange={({ target: { value } }) =>
              change((now) => ({ ...now, text: value }), typing('text', value))
            }
          />
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <div>
            <label className="label" htmlFor="speaker">
              Said to be by <span className="font-normal text-soft">(may stay empty)</span>
            </label>
            <input
              id="speaker"
              className="input"
              value={speaker}
              onChange={({ target: { value } }) =>
                change((now) => ({ ...now, speaker: value }), typing('speaker', value))
              }
            />
          </div>
          <button type="submit" className="btn btn-first" disabled={isFetching || text.trim() === ''}>
            Look for it
          </button>
        </div>
      </form>
      <div className="mt-8" aria-live="polite">
        {isFetching && data === undefined && <Busy what="Looking through all episodes…" />}
        {error !== null && <Problem error={error} retry={() => void refetch()} />}
        {data !== undefined && <Answer verdict={data} />}
      </div>
    </div>
  );
}

function Answer({ verdict }: { verdict: Verdict }) {
  const { title, says, isGood } = VERDICTS[verdict.verdict];
  const { nearest, diff, warnings } = verdict;
  return (
    <section className={`border-s-4 bg-sheet px-6 py-5 ${isGood ? 'border-mark' : 'border-alarm'}`}>
      <h2 className="text-2xl font-semibold tracking-tight">{title}</h2>
      <p className="mt-1 text-soft">{says}</p>
      {nearest !== null && (
        <>
          {verdict.verdict === 'not-found' && (
            <p className="mt-4 text-[0.9375rem]">The nearest to it, with what differs:</p>
          )}
          <p dir="auto" className="mt-5 font-serif text-lg/relaxed">
            {verdict.verdict === 'verbatim'
              ? withEmoji(nearest.text)
              : diff.map((part, index) => <Part key={index} {...part} />)}
          </p>
          {warnings.map(({ kind, message, words }) => (
            <p key={kind} className="mt-3 text-[0.9375rem] text-alarm">
              {message} <q className="font-serif">{withEmoji(words)}</q>
            </p>
          ))}
          <p dir="auto" className="mt-3 text-[0.9375rem] text-soft">
            {[nearest.speakers.join(' and '), nearest.startMs === null ? '' : clock(nearest.startMs)]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          <Where episodeId={nearest.episodeId} />
          <Link
            href={`/studio/e/${encodeURIComponent(nearest.episodeId)}/${nearest.range}`}
            className="btn btn-first mt-4"
          >
            Make a card of what was said
          </Link>
        </>
      )}
    </section>
  );
}

/** The episode it is said in, by name. */
function Where({ episodeId }: { episodeId: string }) {
  const { data } = useQuery(episodeQuery(episodeId));
  if (data === undefined) return null;
  return (
    <p className="text-[0.9375rem] text-soft">
      In{' '}
      <Link
        href={`/studio/e/${encodeURIComponent(episodeId)}`}
        className="text-link underline underline-offset-2"
      >
        {withEmoji(data.title)}
      </Link>
      , {withEmoji(data.show.title)}
    </p>
  );
}

function Part({ kind, text }: Verdict['diff'][number]) {
  if (kind === 'same') return <>{withEmoji(text)} </>;
  if (kind === 'left-out') {
    return (
      <>
        <ins className="bg-wash no-underline" title="Said, and left out of the quote">
          {withEmoji(text)}
        </ins>{' '}
      </>
    );
  }
  return (
    <>
      <del className="text-alarm" title="Not said">
        {withEmoji(text)}
      </del>{' '}
    </>
  );
}
