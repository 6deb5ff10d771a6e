import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { episodesQuery } from '../api/queries.ts';
import { navigate } from '../route.tsx';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { DropZone } from './drop-zone.tsx';
import { sendTranscript, type About } from './import.ts';
import { takeFile, type Corrects } from './pending.ts';
import { Report } from './report.tsx';

/** Look into a transcript, name its voices, and keep it once it is right. */
export default function ImportView() {
  const [pending, setPending] = useState(takeFile);
  return (
    <div className="mx-auto max-w-6xl px-5 py-8 sm:px-8 lg:py-12">
      <h1 className="text-3xl font-[680] tracking-[-0.025em]">
        {pending?.corrects ? 'A correction' : 'New episode'}
      </h1>
      {pending === null ? (
        <div className="mt-6 max-w-md">
          <DropZone onFile={(file) => setPending({ file, corrects: null })} />
        </div>
      ) : (
        <Look
          key={`${pending.file.name} ${pending.file.size} ${pending.file.lastModified}`}
          {...pending}
          onOther={() => setPending(null)}
        />
      )}
    </div>
  );
}

interface LookProps {
  file: File;
  /** Episode whose words these correct; `null` for a new one. */
  corrects: Corrects | null;
  onOther: () => void;
}

function Look({ file, corrects, onOther }: LookProps) {
  const queries = useQueryClient();
  const { say } = useSay();
  const { data: pages } = useInfiniteQuery(episodesQuery);
  const episodes = pages?.pages.flatMap(({ items }) => items) ?? [];
  const [about, setAbout] = useState<About>(() => ({
    title: corrects?.title ?? titleOf(file.name),
    show: corrects?.show ?? '',
    replaces: corrects?.id ?? null,
    publishedAt: '',
    language: '',
    cover: null,
    speakers: {},
  }));
  const set = (change: Partial<About>): void => setAbout((before) => ({ ...before, ...change }));
  const show = about.show || (episodes[0]?.show.title ?? '');
  const asked = useDeferredValue({
    ...about,
    show: show || 'My show',
    title: about.title || titleOf(file.name),
  });
  const look = useQuery({
    queryKey: ['look', file.name, file.size, file.lastModified, asked, asked.cover?.name],
    queryFn: ({ signal }) => sendTranscript(file, asked, { dryRun: true, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const keep = useMutation({
    mutationFn: () => sendTranscript(file, { ...about, show }, { dryRun: false }),
    onSuccess: async ({ episode }) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'look' });
      say('The episode is kept.');
      navigate(`/studio/e/${encodeURIComponent(episode.id)}`);
    },
  });
  const shows = [...new Set(episodes.map((episode) => episode.show.title))];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep.mutate();
  };

  return (
    <>
      <p className="mt-1 text-soft">
        <span className="break-all font-mono text-sm">{file.name}</span>{' '}
        <button type="button" className="text-link underline underline-offset-2" onClick={onOther}>
          Another file
        </button>
      </p>
      <div className="mt-7 grid gap-x-14 gap-y-9 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label="What was found" className="min-w-0">
          {look.error !== null && <Problem error={look.error} retry={() => void look.refetch()} />}
          {look.isPending && <Busy what="Looking into it…" />}
          {look.error === null && look.data !== undefined && (
            <Report
              report={look.data}
              file={file}
              names={about.speakers}
              onName={(label, name) => set({ speakers: { ...about.speakers, [label]: name } })}
            />
          )}
        </section>
        <form onSubmit={submit} className="grid content-start gap-4" aria-label="About the episode">
          {episodes.length > 0 && (
            <div>
              <label className="label" htmlFor="replaces">
                This is
              </label>
              <select
                id="replaces"
                className="input"
                value={about.replaces ?? ''}
                onChange={({ target: { value } }) => {
                  const episode = episodes.find(({ id }) => id === value);
                  set(
                    episode === undefined
                      ? { replaces: null }
                      : { replaces: value, title: episode.title, show: episode.show.title },
                  );
                }}
              >
                <option value="">a new episode</option>
                {corrects !== null && !episodes.some(({ id }) => id === corrects.id) && (
                  <option value={corrects.id}>a correction of “{corrects.title}”</option>
                )}
                {episodes.map(({ id, title }) => (
                  <option key={id} value={id}>
                    a correction of “{title}”
                  </option>
                ))}
              </select>
            </div>
          )}
          <div>
            <label className="label" htmlFor="title">
              Title
            </label>
            <input
              id="title"
              className="input"
              required
              value={about.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          </div>
          <div>
            <label className="label" htmlFor="show">
              Show
            </label>
            <input
              id="show"
              className="input"
              required
              list="shows"
              value={about.show || show}
              onChange={({ target }) => set({ show: target.value })}
            />
            <datalist id="shows">
              {shows.map((title) => (
                <option key={title} value={title} />
              ))}
            </datalist>
          </div>
          <div className="grid grid-cols-2 gap-4">
            <div>
              <label className="label" htmlFor="published">
                Published
              </label>
              <input
                id="published"
                type="date"
                className="input"
                value={about.publishedAt}
                onChange={({ target }) => set({ publishedAt: target.value })}
              />
            </div>
            <div>
              <label className="label" htmlFor="spoken">
                Language
              </label>
              <input
                id="spoken"
                className="input"
                placeholder={look.data?.episode.language ?? 'en'}
                value={about.language}
                onChange={({ target }) => set({ language: target.value.trim() })}
              />
            </div>
          </div>
          <div>
            <label className="label" htmlFor="cover">
              Cover
            </label>
            <input
              id="cover"
              type="file"
              accept="image/png,image/jpeg,image/webp"
              className="block w-full text-[0.9375rem] text-soft file:me-3 file:rounded-[10px] file:border file:border-solid file:border-rule file:bg-sheet file:px-3.5 file:py-2 file:font-medium file:text-ink"
              onChange={({ target }) => set({ cover: target.files?.[0] ?? null })}
            />
          </div>
          {keep.error !== null && <Problem error={keep.error} />}
          <button
            type="submit"
            className="btn btn-first mt-1"
            disabled={look.error !== null || look.data === undefined || keep.isPending}
          >
            {keep.isPending
              ? 'Keeping it…'
              : about.replaces === null
                ? 'Keep this episode'
                : 'Keep this correction'}
          </button>
          <p className="text-[0.875rem] text-soft">Nothing is kept until you press this.</p>
        </form>
      </div>
    </>
  );
}

/** `031-the-elevator.en.vtt` -> `The elevator` */
function titleOf(fileName: string): string {
  const words = fileName
    .replace(/(?:\.[a-z0-9-]{2,6})+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
