import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { feedImportView, feedView } from '../../http/feeds.ts';
import { sendJson } from '../api/request.ts';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { Report } from './report.tsx';

type Imported = z.output<typeof feedImportView>;

interface FeedItemProps {
  url: string;
  item: z.output<typeof feedView>['items'][number];
  /** How many more are to be looked into. */
  left: number;
  /** @param episodeId what it was kept as; `null` where it was passed over */
  onDone: (episodeId: string | null) => void;
}

/** One item of a feed: what its transcript holds, and who speaks, before it is kept. */
export function FeedItem({ url, item, left, onDone }: FeedItemProps) {
  const [title, setTitle] = useState(item.title);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const queries = useQueryClient();
  const { say } = useSay();
  const look = useQuery({
    queryKey: ['look', url, item.guid],
    queryFn: () => sendJson<Imported>('POST', '/v1/feeds/items?dry_run=true', { url, guid: item.guid }),
    staleTime: Infinity,
    retry: false,
  });
  const keep = useMutation({
    mutationFn: () => {
      const speakers = Object.entries(names)
        .map(([label, name]) => [label, name.trim()] as const)
        .filter(([, name]) => name !== '');
      return sendJson<Imported>('POST', '/v1/feeds/items', {
        url,
        guid: item.guid,
        ...(title.trim() === item.title ? {} : { title: title.trim() }),
        ...(speakers.length === 0 ? {} : { speakers: Object.fromEntries(speakers) }),
      });
    },
    onSuccess: async ({ episode }) => {
      await queries.invalidateQueries({ queryKey: ['episodes'] });
      say('The episode is kept.');
      onDone(episode.id);
    },
  });
  return (
    <div className="mx-auto max-w-6xl px-5 py-8 sm:px-8 lg:py-12">
      <p className="text-[0.9375rem] text-soft">
        {left === 0 ? 'From the feed' : `From the feed, ${left} more after it`}
      </p>
      <h1 dir="auto" className="mt-1 max-w-3xl text-3xl font-[680] tracking-[-0.025em]">
        {item.title}
      </h1>
      <div className="mt-7 grid gap-x-14 gap-y-9 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label="What was found" className="min-w-0">
          {look.error !== null && <Problem error={look.error} retry={() => void look.refetch()} />}
          {look.isPending && <Busy what="Fetching the transcript…" />}
          {look.data !== undefined && (
            <>
              {look.data.messages.map((message) => (
                <p key={message} className="note mb-3">
                  {message}
                </p>
              ))}
              <Report
                report={look.data}
                file={null}
                names={names}
                onName={(label, name) => setNames({ ...names, [label]: name })}
              />
            </>
          )}
        </section>
        <form
          aria-label="About the episode"
          className="grid content-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <div>
            <label className="label" htmlFor="item-title">
              Title
            </label>
            <input
              id="item-title"
              dir="auto"
              className="input"
              required
              maxLength={500}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </div>
          {keep.error !== null && <Problem error={keep.error} />}
          <button
            type="submit"
            className="btn btn-first mt-1"
            disabled={look.data === undefined || keep.isPending}
          >
            {keep.isPending
              ? 'Keeping it…'
              : look.data?.status === 'revised'
                ? 'Keep this correction'
                : 'Keep this episode'}
          </button>
          <button type="button" className="btn btn-bare" onClick={() => onDone(null)}>
            {left === 0 ? 'Back to the feed' : 'Pass over it'}
          </button>
          <p className="text-[0.875rem] text-soft">
            Nothing is kept until you press this. Cover, people, chapters and the recording’s address come
            from the feed.
          </p>
        </form>
      </div>
    </div>
  );
}
