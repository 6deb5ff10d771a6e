import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { episodeQuery, wordsQuery, type EpisodeView as Episode, type Words } from '../api/queries.ts';
import { ApiError } from '../api/request.ts';
import { clipOf, clipParameter } from '../clip/clip-look.ts';
import { startOf } from '../listen/follow.ts';
import { usePlayKeys } from '../listen/play-keys.ts';
import { PlayerBar } from '../listen/player-bar.tsx';
import { usePlace } from '../listen/place.ts';
import { useSound, useSoundState } from '../listen/sound.ts';
import { lookOf, queryOf, withQuery } from '../make/look.ts';
import { MakePanel } from '../make/make-panel.tsx';
import { useSettled } from '../make/settled.ts';
import { navigate, type Route } from '../route.tsx';
import { rangeOf, stretchOf } from '../script/address.ts';
import { isWhole, scriptOf, search } from '../script/script.ts';
import { Busy, Empty, Problem } from '../ui/notice.tsx';
import { useTitle } from '../ui/title.ts';
import { useUndo } from '../ui/undo.tsx';
import { useDraft } from './draft.ts';
import { EpisodeBar } from './episode-bar.tsx';
import { PickedDock } from './picked-dock.tsx';
import { useSuggestions, type Suggestion } from './suggestions.ts';
import { Transcript, type TranscriptHandle } from './transcript.tsx';

type EpisodeRoute = Extract<Route, { view: 'episode' }>;

/** Read the words, pick some, see the card beside them. */
export default function EpisodeView(route: EpisodeRoute) {
  const episode = useQuery(episodeQuery(route.episodeId));
  const words = useQuery(wordsQuery(route.episodeId));
  const error = episode.error ?? words.error;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Empty title="This episode is not here">
        It may have been taken away, or the address has a letter too many. It may also be private: sign in to
        see those.
      </Empty>
    );
  }
  if (error !== null) {
    return (
      <div className="mx-auto max-w-xl p-6">
        <Problem error={error} retry={() => void Promise.all([episode.refetch(), words.refetch()])} />
      </div>
    );
  }
  if (episode.data === undefined || words.data === undefined) return <Busy what="Fetching the transcript…" />;
  return <Desk key={words.data.revisionId} route={route} episode={episode.data} source={words.data} />;
}

/** Milliseconds without a change after which the address follows: browsers refuse many changes of it at once. */
const ADDRESS_WAITS = 200;

interface DeskProps {
  route: EpisodeRoute;
  episode: Episode;
  source: Words;
}

function Desk({ route, episode, source }: DeskProps) {
  const script = useMemo(() => scriptOf(source), [source]);
  const steps = useDraft(() => {
    const picked = route.range === null ? null : stretchOf(script, route.range);
    const snap = picked === null || isWhole(script, picked);
    return { picked, snap, look: lookOf(route.query), clip: clipOf(route.query) };
  });
  const { draft, change } = steps;
  const [query, setQuery] = useState(route.query.get('q') ?? '');
  const asked = useDeferredValue(query);
  const found = useMemo(() => search(script, asked), [script, asked]);
  const [at, setAt] = useState(0);
  const [isMaking, setMaking] = useState(route.query.has('make'));
  const [isCorrecting, setCorrecting] = useState(route.query.has('correct'));
  const transcript = useRef<TranscriptHandle>(null);
  const suggestions = useSuggestions(episode.id, script.words.length);

  // Naming words in the middle of a sentence takes a search through the whole transcript: not while a finger moves.
  const settled = useDeferredValue(draft.picked);
  const range = useMemo(() => (settled === null ? null : rangeOf(script, settled)), [script, settled]);

  const { sound, peaks } = useSound(episode, source);
  const place = usePlace(sound, route.query.get('at'));

  const state = queryOf(draft.look);
  if (draft.clip !== null) state.set('clip', clipParameter(draft.clip));
  if (query !== '') state.set('q', query);
  if (isMaking) state.set('make', '');
  if (isCorrecting && draft.picked !== null) state.set('correct', '');
  if (place !== null) state.set('at', String(place));
  const path = `/studio/e/${encodeURIComponent(episode.id)}${range === null ? '' : `/${range}`}`;
  const address = useSettled(withQuery(path, state), ADDRESS_WAITS);
  useEffect(() => navigate(address, { replace: true }), [address]);

  useTitle(episode.title);
  useUndo(steps);

  // What is searched for comes into view as it is typed.
  useEffect(() => {
    setAt(0);
    const [first] = found;
    if (first !== undefined) transcript.current?.show(first.from);
  }, [found]);

  function go(to: number): void {
    const next = found.length === 0 ? 0 : (to + found.length) % found.length;
    setAt(next);
    const stretch = found[next];
    if (stretch !== undefined) transcript.current?.show(stretch.from);
  }

  // An address that names words shows these, wherever the recording is.
  const followed = useRef(route.range === null);
  const [isFollowed, setFollowed] = useState(true);
  const follow = useCallback((is: boolean) => {
    followed.current = is;
    setFollowed(is);
  }, []);
  const readFollowed = useCallback(() => followed.current, []);
  const stopFollowing = useCallback(() => follow(false), [follow]);
  const { isPlaying } = useSoundState(sound);
  useEffect(() => {
    if (isPlaying) follow(true);
  }, [isPlaying, follow]);
  const play = useCallback(
    (isFromHere: boolean) => {
      const startMs = startOf(script, transcript.current?.at() ?? 0);
      sound?.toggle(isFromHere && startMs !== null ? startMs : undefined);
    },
    [sound, script],
  );
  usePlayKeys(play);

  const make = useCallback(() => {
    setMaking(true);
    requestAnimationFrame(() => document.getElementById('card')?.focus());
  }, []);
  const read = useCallback(() => {
    setMaking(false);
    requestAnimationFrame(() => transcript.current?.focus());
  }, []);
  const pickSuggestion = useCallback(
    ({ sentenceFrom, sentenceTo }: Suggestion) => {
      const [from, to] = [script.sentences[sentenceFrom]?.wordFrom, script.sentences[sentenceTo - 1]?.wordTo];
      if (from === undefined || to === undefined) return;
      change({ picked: { from, to }, snap: true });
      transcript.current?.show(from);
    },
    [script, change],
  );

  const isUnknown =
    route.range !== null &&
    draft.picked === null &&
    !steps.canUndo &&
    stretchOf(script, route.range) === null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <EpisodeBar
        episode={episode}
        isMaking={isMaking}
        search={{ query, count: found.length, at, setQuery, go }}
        script={script}
        onChapter={(word) => transcript.current?.show(word)}
      />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_minmax(26rem,34rem)]">
        <section
          aria-label="Words"
          className={`relative flex min-h-0 flex-col ${isMaking ? 'max-lg:hidden' : ''}`}
        >
          {isUnknown && (
            <p role="alert" className="note mx-5 mt-4">
              The words this address names are not in the transcript as it is now. Pick them anew.
            </p>
          )}
          <div className="min-h-0 flex-1">
            <Transcript
              ref={transcript}
              script={script}
              draft={draft}
              change={change}
              found={found}
              suggestions={suggestions}
              sound={sound}
              isFollowed={readFollowed}
              onScroll={stopFollowing}
              onDone={make}
            />
          </div>
          {sound !== null && (
            <PlayerBar
              sound={sound}
              peaks={peaks}
              durationMs={episode.durationMs}
              startMs={draft.picked === null ? null : startOf(script, draft.picked.from)}
              isFollowed={isFollowed}
              onFollow={() => follow(true)}
            />
          )}
          {!isMaking && draft.picked !== null && range !== null && (
            <PickedDock
              order={{ episodeId: episode.id, range, look: draft.look }}
              onMake={() => setMaking(true)}
              onClear={() => change({ picked: null })}
            />
          )}
        </section>
        <MakePanel
          sound={sound}
          episode={episode}
          script={script}
          steps={steps}
          range={range}
          suggestions={suggestions}
          isShownOnPhones={isMaking}
          isCorrecting={isCorrecting}
          onCorrecting={setCorrecting}
          onBack={read}
          onPickSuggestion={pickSuggestion}
        />
      </div>
    </div>
  );
}
