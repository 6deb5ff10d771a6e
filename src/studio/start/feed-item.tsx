import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { feedImportView, feedView } from '../../http/feeds.ts';
import { sendJson } from '../api/request.ts';
import { Busy, Problem, Sentence } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { typing, useSteps } from '../ui/steps.ts';
import { useUndo } from '../ui/undo.tsx';
import { Shelf } from '../unsaved/shelf.ts';
import { useKeepUnsaved, useUnsaved } from '../unsaved/use-shelf.ts';
import { Report } from './report.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

type Imported = z.output<typeof feedImportView>;

/** What a person said about an item. */
interface Said {
  title: string;
  /** Label of the transcript -> who it is. */
  names: Readonly<Record<string, string>>;
}

/** By address of the feed and guid. */
const saidOfItems = new Shelf<Said>('feed');

const isSame = (a: Said, b: Said): boolean => JSON.stringify(a) === JSON.stringify(b);

interface FeedItemProps {
  url: string;
  item: z.output<typeof feedView>['items'][number];
  /** How many more are to be looked into. */
  left: number;
  /** @param episodeId what it was kept as; `null` where it was passed over */
  onDone: (episodeId: string | null) => void;
}

/** One item of a feed: what its transcript holds, and who speaks, before it is kept. */
export function FeedItem(props: FeedItemProps) {
  const before = useUnsaved(saidOfItems, `${props.url} ${props.item.guid}`);
  if (before === undefined) return <Busy what="Opening…" />;
  return <Look {...props} before={before ?? { title: props.item.title, names: {} }} />;
}

function Look({ url, item, left, onDone, before }: FeedItemProps & { before: Said }) {
  const steps = useSteps(() => before, isSame);
  const { value: said, change } = steps;
  useUndo(steps);
  const forget = useKeepUnsaved(saidOfItems, `${url} ${item.guid}`, said);
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
      const speakers = Object.entries(said.names)
        .map(([label, name]) => [label, name.trim()] as const)
        .filter(([, name]) => name !== '');
      const title = said.title.trim();
      return sendJson<Imported>('POST', '/v1/feeds/items', {
        url,
        guid: item.guid,
        ...(title === item.title ? {} : { title }),
        ...(speakers.length === 0 ? {} : { speakers: Object.fromEntries(speakers) }),
      });
    },
    onSuccess: async ({ episode }) => {
      await forget();
      await queries.invalidateQueries({ queryKey: ['episodes'] });
      say('The episode is kept.');
      onDone(episode.id);
    },
  });
  return (
    <div data-steps className="mx-auto max-w-6xl px-5 py-6 sm:px-8 lg:py-10">
      <p className="py-2 text-[0.9375rem] text-soft">
        {left === 0 ? 'From the feed' : `From the feed, ${left} more after it`}
      </p>
      <h1 dir="auto" className="max-w-3xl text-3xl font-[680] tracking-[-0.025em]">
        {withEmoji(item.title)}
      </h1>
      <div className="mt-6 grid gap-x-14 gap-y-9 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label="What was found" className="min-w-0">
          {look.error !== null && <Problem error={look.error} retry={() => void look.refetch()} />}
          {look.isPending && <Busy what="Fetching the transcript…" />}
          {look.data !== undefined && (
            <>
              {look.data.messages.map((message) => (
                <p key={message} className="note mb-3">
                  <Sentence text={message} />
                </p>
              ))}
              <Report
                report={look.data}
                file={null}
                names={said.names}
                onName={(label, name) =>
                  change(
                    (now) => ({ ...now, names: { ...now.names, [label]: name } }),
                    typing(`voice ${label}`, name),
                  )
                }
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
              value={said.title}
              onChange={({ target: { value } }) =>
                change((now) => ({ ...now, title: value }), typing('title', value))
              }
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
