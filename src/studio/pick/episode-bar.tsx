import type { EpisodeView } from '../api/queries.ts';
import { clock, type Script } from '../script/script.ts';
import { dateOf } from '../ui/date.ts';
import { Icon } from '../ui/icon.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

interface SearchState {
  query: string;
  count: number;
  /** The place shown, from 0. */
  at: number;
  setQuery(query: string): void;
  go(to: number): void;
}

interface EpisodeBarProps {
  episode: EpisodeView;
  script: Script;
  search: SearchState;
  isMaking: boolean;
  onChapter: (word: number) => void;
}

/** The episode's name, search, chapters. */
export function EpisodeBar({ episode, script, search, isMaking, onChapter }: EpisodeBarProps) {
  const chapters = script.paragraphs.filter(({ chapter }) => chapter !== null);
  return (
    <div
      className={`flex flex-none items-center gap-x-3 gap-y-2 border-b border-rule px-4 py-2 max-sm:flex-wrap sm:px-5 ${isMaking ? 'max-lg:hidden' : ''}`}
    >
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <h1
          dir="auto"
          title={episode.title}
          className="truncate text-left font-serif text-lg/6 font-semibold tracking-tight"
        >
          {withEmoji(episode.title)}
        </h1>
        <p className="truncate text-[0.8125rem]/5 text-soft">
          <bdi>{withEmoji(episode.show.title)}</bdi>
          {episode.publishedAt !== null && ` · ${dateOf(episode.publishedAt)}`}
          {` · ${script.words.length.toLocaleString('en')} words`}
        </p>
      </div>
      <Search {...search} />
      {chapters.length > 0 && (
        <select
          aria-label="Chapters"
          className="input btn-small !w-auto max-w-40 flex-none !py-1 text-sm max-sm:max-w-28"
          value=""
          onChange={(event) => onChapter(Number(event.target.value))}
        >
          <option value="" disabled>
            Chapters
          </option>
          {chapters.map(({ index, from, chapter, startMs }) => (
            <option key={index} value={from}>
              {startMs === null ? '' : `${clock(startMs)}  `}
              {chapter}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function Search({ query, count, at, setQuery, go }: SearchState) {
  return (
    <div role="search" className="relative flex min-w-0 items-center max-sm:flex-1 sm:w-80">
      <label className="sr-only" htmlFor="find">
        Search the words
      </label>
      <input
        id="find"
        type="search"
        data-key="/"
        className={`input btn-small !py-1 [&::-webkit-search-cancel-button]:hidden ${query === '' ? '' : 'pe-40'}`}
        placeholder="Search the words"
        value={query}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? at - 1 : at + 1);
          if (event.key === 'Escape') setQuery('');
        }}
      />
      <span className="absolute end-1 flex items-center">
        <span role="status" className="px-1 text-[0.8125rem] text-soft tabular-nums">
          {query === '' ? '' : count === 0 ? 'not said' : `${Math.min(at, count - 1) + 1} of ${count}`}
        </span>
        {count > 0 && (
          <>
            <button
              type="button"
              className="grid h-8 w-7 place-items-center rounded-md text-soft hover:text-ink pointer-coarse:h-11 pointer-coarse:w-9"
              aria-label="Place before"
              onClick={() => go(at - 1)}
            >
              <Icon name="up" className="size-4" />
            </button>
            <button
              type="button"
              className="grid h-8 w-7 place-items-center rounded-md text-soft hover:text-ink pointer-coarse:h-11 pointer-coarse:w-9"
              aria-label="Next place"
              onClick={() => go(at + 1)}
            >
              <Icon name="down" className="size-4" />
            </button>
          </>
        )}
      </span>
    </div>
  );
}
