import { useInfiniteQuery } from '@tanstack/react-query';
import { episodesQuery, type EpisodeView } from '../api/queries.ts';
import { Link } from '../route.tsx';
import { clock } from '../script/script.ts';
import { dateOf } from '../ui/date.ts';
import { Problem } from '../ui/notice.tsx';
import { useTitle } from '../ui/title.ts';
import { Cover } from './cover.tsx';
import { DropZone } from './drop-zone.tsx';
import { FeedForm } from './feed-form.tsx';
import { LeftOpen } from './left-open.tsx';
import { openFile } from './opened.ts';
import { usePaste } from './pasted.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

/** Where everything begins: the episodes, and a place for a new one. */
export function StartView() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(episodesQuery);
  const episodes = data?.pages.flatMap(({ items }) => items) ?? [];
  useTitle('Episodes');
  usePaste();
  const shows = Map.groupBy(episodes, ({ show }) => show.id);
  return (
    <div
      // Anywhere will do: the dashed place only says so.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) void openFile(file);
      }}
      className="mx-auto grid min-h-full max-w-6xl content-start gap-x-14 gap-y-10 px-5 py-6 sm:px-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:py-10"
    >
      <div className="min-w-0">
        <h1 className="text-3xl font-[680] tracking-[-0.025em] sm:text-4xl">Episodes</h1>
        {isPending && <Coming />}
        {error !== null && (
          <div className="mt-6">
            <Problem error={error} retry={() => void refetch()} />
          </div>
        )}
        {data !== undefined && episodes.length === 0 && (
          <p className="mt-4 max-w-md font-serif text-lg text-soft">
            None yet. Drop a transcript or open a feed, and every sentence of it can be quoted on a card.
          </p>
        )}
        {Array.from(shows, ([id, [first, ...more]]) =>
          first === undefined ? null : <Show key={id} title={first.show.title} episodes={[first, ...more]} />,
        )}
        {hasNextPage && (
          <button
            type="button"
            className="btn mt-6"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            More episodes
          </button>
        )}
      </div>
      <aside aria-label="New episode" className="max-lg:order-first">
        <DropZone onFile={(file) => void openFile(file)} />
        <div className="mt-6">
          <FeedForm />
        </div>
        <LeftOpen />
      </aside>
    </div>
  );
}

/** The shape of what is being fetched. */
function Coming() {
  return (
    <div role="status" aria-label="Fetching episodes" className="waits mt-8 border-t border-rule">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex animate-pulse items-center gap-5 border-b border-rule py-4">
          <div className="size-20 flex-none rounded-lg bg-desk sm:size-24" />
          <div className="grid flex-1 gap-2.5">
            <div className="h-5 w-3/5 rounded bg-desk" />
            <div className="h-4 w-2/5 rounded bg-desk" />
          </div>
        </div>
      ))}
    </div>
  );
}

function Show({ title, episodes }: { title: string; episodes: readonly EpisodeView[] }) {
  return (
    <section className="mt-8">
      <h2 className="border-b border-rule pb-2 text-[0.9375rem] font-semibold text-soft">
        {withEmoji(title)}
      </h2>
      <ul>
        {episodes.map((episode) => (
          <li key={episode.id} className="border-b border-rule">
            <Link
              href={`/studio/e/${encodeURIComponent(episode.id)}`}
              className="group flex items-center gap-4 py-4 no-underline sm:gap-5"
            >
              <Cover {...episode} />
              <span className="min-w-0">
                <span
                  dir="auto"
                  className="block font-serif text-xl/snug font-semibold tracking-tight text-balance decoration-mark decoration-[3px] underline-offset-4 group-hover:underline"
                >
                  {withEmoji(episode.title)}
                </span>
                <span className="mt-1 block text-[0.875rem] text-soft">{withEmoji(about(episode))}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `14 March 2026 · 5:00 · Tobias Wren, Mika Haddad` */
function about({ publishedAt, durationMs, participants }: EpisodeView): string {
  const date = publishedAt === null ? null : dateOf(publishedAt);
  const names = participants.map(({ name }) => name).join(', ');
  return [date, durationMs === null ? null : clock(durationMs), names === '' ? null : names]
    .filter((part) => part !== null)
    .join(' · ');
}
