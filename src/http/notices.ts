/** Errors where a person reads them: in a page, with what leads on from there. Programs get a problem. */
import { z } from 'zod';
import { CARD_FORMATS } from '../card/format.ts';
import { CLIP_FORMATS } from '../clip/create.ts';
import { embedNotice, noticePage, type Way } from '../pages/notice.tsx';
import type { AppContext } from './context.ts';
import { problemResponse, type Problem } from './problem.ts';

/** The answer to a request that failed. */
export async function answerProblem(c: AppContext, problem: Problem, publicUrl: string): Promise<Response> {
  const reader = readerOf(c);
  if (reader === 'program') return problemResponse(problem, publicUrl);
  const { status, title, detail, headers } = problem;
  const notice = { status, title, detail, headers, canonical: `${publicUrl}${c.req.path}` };
  return reader === 'embed' ? embedNotice(notice) : noticePage({ ...notice, ways: waysOf(c, problem) });
}

/** Addresses of pages, without those of pictures, clips and texts. */
const PAGE = new RegExp(
  `^/(?:|docs|q/[^/]*|e/[^/]*(?:/[^/]*)?)$(?<!\\.(?:${[...CARD_FORMATS, ...CLIP_FORMATS, 'txt'].join('|')}))`,
);

function readerOf(c: AppContext): 'person' | 'embed' | 'program' {
  const { method, path } = c.req;
  if (method !== 'GET' && method !== 'HEAD') return 'program';
  if (path.startsWith('/embed/')) return 'embed';
  if (PAGE.test(path)) return 'person';
  // What is no address at all: a browser that goes there shows what it gets.
  const isApi = /^\/(?:v1|oembed|assets|studio\/assets|metrics|healthz|readyz)(?:\/|$)|\.\w+$/.test(path);
  return !isApi && c.req.header('Accept')?.includes('text/html') === true ? 'person' : 'program';
}

const ambiguous = z.object({
  candidates: z.array(z.object({ sentence: z.int(), time: z.string().nullable(), snippet: z.string() })),
});

/** Where a reader may go on: what words said more than once may have meant, or the episode. */
function waysOf(c: AppContext, { error }: Problem): Way[] {
  const [, kind, episode = ''] = c.req.path.split('/');
  if (kind !== 'e' || error === null || error.code === 'unauthorized') return [];
  const home = `/e/${encodeURIComponent(episode)}`;
  const found = ambiguous.safeParse(error.details);
  if (found.success) {
    const bySentence = new Map(found.data.candidates.map((place) => [place.sentence, place]));
    return [...bySentence.values()].map(({ sentence, time, snippet }) => ({
      href: `${home}/s=${sentence}`,
      label: snippet,
      time,
    }));
  }
  const isThere = error.code === 'bad-range' || error.code === 'range-outside';
  return isThere ? [{ href: home, label: 'Read the transcript', time: null }] : [];
}
