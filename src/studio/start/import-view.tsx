import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { episodesQuery } from '../api/queries.ts';
import { ApiError } from '../api/request.ts';
import { Link, navigate } from '../route.tsx';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { typing, useSteps } from '../ui/steps.ts';
import { useTitle } from '../ui/title.ts';
import { useUndo } from '../ui/undo.tsx';
import { useKeepUnsaved, useUnsaved } from '../unsaved/use-shelf.ts';
import { AboutForm } from './about-form.tsx';
import { DropZone } from './drop-zone.tsx';
import { dayIn, titleOf } from './file-name.ts';
import { isSameSaid, sendTranscript, type Said } from './import.ts';
import { openedFiles, openFile, type OpenedFile } from './opened.ts';
import { Report } from './report.tsx';

/** Look into a transcript, name its voices, and keep it once it is right. The file has its own address until then. */
export default function ImportView({ workId }: { workId: string | null }) {
  const opened = useUnsaved(openedFiles, workId ?? '');
  const isCorrection = opened?.corrects != null;
  useTitle(isCorrection ? 'A correction' : 'New episode');
  return (
    <div className="mx-auto max-w-6xl px-5 py-6 sm:px-8 lg:py-10">
      <Link
        href="/studio"
        className="inline-block py-2 text-[0.9375rem] text-link underline underline-offset-2"
      >
        ← Episodes
      </Link>
      <h1 className="text-3xl font-[680] tracking-[-0.025em]">
        {isCorrection ? 'A correction' : 'New episode'}
      </h1>
      {workId !== null && opened === undefined && <Busy what="Opening the file…" />}
      {workId !== null && opened === null && (
        <p role="alert" className="note mt-5 max-w-md">
          This file is not open in this browser any more: it was kept, closed, or opened elsewhere. Open it
          again.
        </p>
      )}
      {(workId === null || opened === null) && (
        <div className="mt-5 max-w-md">
          <DropZone onFile={(file) => void openFile(file)} />
        </div>
      )}
      {workId !== null && opened && <Look workId={workId} opened={opened} />}
    </div>
  );
}

function saidOf({ file, corrects, said }: OpenedFile): Said {
  return (
    said ?? {
      title: corrects?.title ?? titleOf(file.name),
      show: corrects?.show ?? null,
      replaces: corrects?.id ?? null,
      publishedAt: corrects === null ? dayIn(file.name) : '',
      language: '',
      cover: null,
      speakers: {},
    }
  );
}

/** What is wrong with a file stays so, however often it is asked about. */
function isOfFile(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

function Look({ workId, opened }: { workId: string; opened: OpenedFile }) {
  const { file, corrects } = opened;
  const queries = useQueryClient();
  const { say } = useSay();
  const steps = useSteps(() => saidOf(opened), isSameSaid);
  const { value: said, change } = steps;
  useUndo(steps);
  const forget = useKeepUnsaved(
    openedFiles,
    workId,
    useMemo(() => ({ file, corrects, said }), [file, corrects, said]),
  );
  const { data: pages } = useInfiniteQuery(episodesQuery);
  const episodes = pages?.pages.flatMap(({ items }) => items) ?? [];
  const shows = [...new Set(episodes.map(({ show }) => show.title))];
  // Among several shows none is taken for granted.
  const about = { ...said, show: said.show ?? (shows.length === 1 ? (shows[0] ?? '') : '') };
  const set = (part: Partial<Said>, gesture?: string): void =>
    change((now) => ({ ...now, ...part }), gesture);
  const asked = useDeferredValue({
    ...about,
    show: about.show.trim() || 'My show',
    title: about.title.trim() || titleOf(file.name),
  });
  const look = useQuery({
    queryKey: ['look', workId, asked, asked.cover?.name],
    queryFn: ({ signal }) => sendTranscript(file, asked, { dryRun: true, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const keep = useMutation({
    mutationFn: () => sendTranscript(file, about, { dryRun: false }),
    onSuccess: async ({ episode }) => {
      await forget();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'look' });
      say(corrects === null ? 'The episode is kept.' : 'The correction is kept.');
      navigate(corrects?.back ?? `/studio/e/${encodeURIComponent(episode.id)}`, { replace: true });
    },
  });

  return (
    <>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-soft">
        <span className="break-all font-mono text-sm">{file.name}</span>
        <Link href="/studio/import" className="py-2 text-[0.9375rem] text-link underline underline-offset-2">
          Another file
        </Link>
      </p>
      <div data-steps className="mt-5 grid gap-x-14 gap-y-9 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label="What was found" className="min-w-0">
          {look.error !== null && (
            <Problem
              error={look.error}
              {...(isOfFile(look.error) ? {} : { retry: () => void look.refetch() })}
            />
          )}
          {look.isPending && <Busy what="Looking into it…" />}
          {look.error === null && look.data !== undefined && (
            <Report
              report={look.data}
              file={file}
              names={about.speakers}
              onName={(label, name) =>
                set({ speakers: { ...about.speakers, [label]: name } }, typing(`voice ${label}`, name))
              }
            />
          )}
        </section>
        <AboutForm
          about={about}
          episodes={episodes}
          shows={shows}
          corrects={corrects}
          language={look.data?.episode.language ?? null}
          onChange={set}
          onKeep={() => keep.mutate()}
          isReady={look.error === null && look.data !== undefined}
          isKeeping={keep.isPending}
          error={keep.error}
        />
      </div>
    </>
  );
}
