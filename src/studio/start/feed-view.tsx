import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { feedView } from '../../http/feeds.ts';
import { sendJson } from '../api/request.ts';
import { Link, navigate } from '../route.tsx';
import { clock } from '../script/script.ts';
import { dateOf } from '../ui/date.ts';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSteps } from '../ui/steps.ts';
import { useTitle } from '../ui/title.ts';
import { useUndo } from '../ui/undo.tsx';
import { FeedForm, feedPath } from './feed-form.tsx';
import { FeedItem } from './feed-item.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

type Feed = z.output<typeof feedView>;

const isSameChoice = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** What a feed has: some of it is chosen, looked into one by one, and kept. Feed and choice stand in the address. */
export default function FeedView({ query }: { query: URLSearchParams }) {
  const url = query.get('url') ?? '';
  const items = query.getAll('item');
  const feed = useQuery({
    queryKey: ['feed', url],
    queryFn: () => sendJson<Feed>('POST', '/v1/feeds', { url }),
    enabled: url !== '',
    staleTime: Infinity,
    retry: false,
  });
  useTitle(feed.data?.title ?? 'A podcast’s feed');
  const [current, ...rest] = items;
  const chosen = feed.data?.items.find(({ guid }) => guid === current);
  if (chosen !== undefined) {
    return (
      <FeedItem
        key={chosen.guid}
        url={url}
        item={chosen}
        left={rest.length}
        onDone={(episodeId) => {
          void feed.refetch();
          const isLast = rest.length === 0 && items.length === 1 && episodeId !== null;
          navigate(isLast ? `/studio/e/${encodeURIComponent(episodeId)}` : feedPath(url, { items: rest }));
        }}
      />
    );
  }
  return (
    <div className="mx-auto max-w-4xl px-5 py-6 sm:px-8 lg:py-10">
      <Link
        href="/studio"
        className="inline-block py-2 text-[0.9375rem] text-link underline underline-offset-2"
      >
        ← Episodes
      </Link>
      <h1 dir="auto" className="mt-2 text-3xl font-[680] tracking-[-0.025em]">
        {withEmoji(feed.data?.title ?? 'A podcast’s feed')}
      </h1>
      <div className="mt-5 max-w-xl">
        <FeedForm key={url} given={url} />
      </div>
      {feed.isFetching && feed.data === undefined && <Busy what="Fetching the feed…" />}
      {feed.error !== null && (
        <div className="mt-6 max-w-xl">
          <Problem error={feed.error} retry={() => void feed.refetch()} />
        </div>
      )}
      {feed.data !== undefined && <Items key={url} feed={feed.data} given={query.getAll('chosen')} />}
    </div>
  );
}

/** @param given what is ticked to begin with */
function Items({ feed, given }: { feed: Feed; given: readonly string[] }) {
  const { url, items, total, withoutTranscript } = feed;
  // In the order of the feed, whatever the order they were chosen in.
  const inOrder = (chosen: ReadonlySet<string>): readonly string[] =>
    items.map(({ guid }) => guid).filter((guid) => chosen.has(guid));
  const steps = useSteps(() => inOrder(new Set(given)), isSameChoice);
  const { value: guids, change } = steps;
  useUndo(steps);
  useEffect(() => navigate(feedPath(url, { chosen: guids }), { replace: true }), [url, guids]);
  const toggle = (guid: string): void =>
    change((before) =>
      before.includes(guid) ? before.filter((each) => each !== guid) : inOrder(new Set([...before, guid])),
    );
  if (items.length === 0) {
    return (
      <p className="note mt-6 max-w-xl">
        {withoutTranscript === 0
          ? 'This feed has no episodes.'
          : `None of its ${withoutTranscript} episodes has a transcript. Drop a transcript file on the list of episodes instead.`}
      </p>
    );
  }
  return (
    <>
      <p className="mt-6 text-[0.9375rem] text-soft">
        {count(total, 'episode')} with a transcript
        {total > items.length && `, the first ${items.length} shown`}
        {withoutTranscript > 0 && `, ${withoutTranscript} without`}
      </p>
      <ul className="mt-2 border-b border-rule">
        {items.map((item) => (
          <li key={item.guid} className="flex items-start gap-4 border-t border-rule">
            <label className="flex min-w-0 flex-1 items-start gap-4 py-3.5 has-focus-visible:outline-3 has-focus-visible:outline-mark">
              <input
                type="checkbox"
                className="mt-1 size-4.5 flex-none accent-[var(--mark)]"
                checked={guids.includes(item.guid)}
                onChange={() => toggle(item.guid)}
              />
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block font-serif text-lg/snug font-semibold tracking-tight">
                  {withEmoji(item.title)}
                </span>
                <span className="mt-0.5 block text-[0.875rem] text-soft">{about(item)}</span>
              </span>
            </label>
            {item.episodeId !== null && (
              <Link
                href={`/studio/e/${encodeURIComponent(item.episodeId)}`}
                className="flex-none py-4 text-[0.875rem] text-link underline underline-offset-2"
              >
                Here already
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className="sticky bottom-0 -mx-5 flex items-center gap-4 border-t border-rule bg-paper px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8">
        <button
          type="button"
          className="btn btn-first"
          disabled={guids.length === 0}
          onClick={() => navigate(feedPath(url, { items: guids }))}
        >
          {guids.length === 0 ? 'Choose some' : `Look into ${count(guids.length, 'episode')}`}
        </button>
        <p className="text-[0.875rem] text-soft max-sm:hidden">
          You see what was found in each before it is kept.
        </p>
      </div>
    </>
  );
}

function count(many: number, what: string): string {
  return `${many.toLocaleString('en')} ${what}${many === 1 ? '' : 's'}`;
}

/** `14 March 2026 · 5:00 · Tobias Wren · WebVTT` */
function about({ publishedAt, durationMs, people, transcripts }: Feed['items'][number]): string {
  const type = transcripts[0]?.type.replace(/^.*[/.]|^x-/, '') ?? '';
  return [
    publishedAt === null ? '' : dateOf(publishedAt),
    durationMs === null ? '' : clock(durationMs),
    people.join(', '),
    type,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
