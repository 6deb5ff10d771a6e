import type { EpisodeView } from '../api/queries.ts';
import { clock, type Script } from '../script/script.ts';
import { dateOf } from '../ui/date.ts';
import type { DraftSteps } from './draft.ts';

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
  steps: DraftSteps;
  isMaking: boolean;
  onChapter: (word: number) => void;
  onKeys: () => void;
}

/** The episode's name, search, chapters, undo. */
export function EpisodeBar({ episode, script, search, steps, isMaking, onChapter, onKeys }: EpisodeBarProps) {
  const { query, count, at, setQuery, go } = search;
  const chapters = script.paragraphs.filter(({ chapter }) => chapter !== null);
  return (
    <div
      className={`flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-b border-rule px-4 py-2 sm:px-5 ${isMaking ? 'max-lg:hidden' : ''}`}
    >
      <div className="me-auto min-w-0 max-w-full">
        <h1 className="truncate font-serif text-lg/6 font-semibold tracking-tight">{episode.title}</h1>
        <p className="truncate text-[0.8125rem]/5 text-soft">
          {episode.show.title}
          {episode.publishedAt !== null && ` · ${dateOf(episode.publishedAt)}`}
          {` · ${script.words.length.toLocaleString('en')} words`}
        </p>
      </div>
      <div role="search" className="flex flex-auto items-center gap-1.5 sm:flex-none">
        <label className="sr-only" htmlFor="find">
          Search the words
        </label>
        <input
          id="find"
          type="search"
          className="input !min-h-9 !py-1 sm:w-56"
          placeholder="Search the words"
          value={query}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.shiftKey ? at - 1 : at + 1);
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <span role="status" className="min-w-16 text-[0.8125rem] text-soft tabular-nums">
          {query === '' ? '' : count === 0 ? 'not said' : `${Math.min(at, count - 1) + 1} of ${count}`}
        </span>
        {count > 0 && (
          <>
            <button
              type="button"
              className="btn btn-bare !min-h-9 !px-2"
              aria-label="Place before"
              onClick={() => go(at - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="btn btn-bare !min-h-9 !px-2"
              aria-label="Next place"
              onClick={() => go(at + 1)}
            >
              ↓
            </button>
          </>
        )}
      </div>
      {chapters.length > 0 && (
        <select
          aria-label="Chapters"
          className="input !min-h-9 !w-auto max-w-40 !py-1 text-sm max-sm:hidden"
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
      <div className="flex max-sm:hidden">
        <button
          type="button"
          className="btn btn-bare !min-h-9 !px-2.5"
          onClick={steps.undo}
          disabled={!steps.canUndo}
        >
          Undo
        </button>
        <button
          type="button"
          className="btn btn-bare !min-h-9 !px-2.5"
          onClick={steps.redo}
          disabled={!steps.canRedo}
        >
          Redo
        </button>
        <button
          type="button"
          className="btn btn-bare !min-h-9 !px-2.5"
          onClick={onKeys}
          aria-label="Keyboard map"
        >
          ?
        </button>
      </div>
    </div>
  );
}
