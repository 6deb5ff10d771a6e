import { useEffect, useMemo, useState } from 'react';
import { clock } from '../script/script.ts';
import { useSoundState, type Sound } from './sound.ts';

interface PlayerBarProps {
  sound: Sound;
  peaks: { durationMs: number; stepMs: number; peaks: readonly number[] } | null;
  durationMs: number | null;
  /** Where it begins when nothing was played yet. */
  startMs: number | null;
  /** False after a person scrolled away from what is heard. */
  isFollowed: boolean;
  onFollow: () => void;
}

/** Steps of an arrow key, in milliseconds. */
const STEP = 5000;

/** The recording: play, where it is, how fast. */
export function PlayerBar({ sound, peaks, durationMs, startMs, isFollowed, onFollow }: PlayerBarProps) {
  const { isPlaying, isWaiting, rate, isBroken } = useSoundState(sound);
  const [now, setNow] = useState(0);
  useEffect(() => sound.watch((ms) => setNow(Math.round(ms / 100) * 100)), [sound]);
  const length = peaks?.durationMs ?? durationMs ?? 0;
  const part = length === 0 ? 0 : Math.min(1, now / length);
  if (isBroken) {
    return (
      <p
        role="status"
        className="flex-none border-t border-rule bg-sheet px-5 py-2.5 text-[0.875rem] text-soft"
      >
        The recording cannot be played: it is not where the episode says. The words are not concerned.
      </p>
    );
  }
  return (
    <div
      role="group"
      aria-label="Recording"
      className="flex flex-none items-center gap-2.5 border-t border-rule bg-sheet px-3 py-2 sm:gap-3 sm:px-5"
    >
      <button
        type="button"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        aria-busy={isWaiting}
        className={`grid size-10 flex-none pointer-coarse:size-11 place-items-center rounded-full bg-mark text-on-mark hover:brightness-95 ${isWaiting ? 'animate-pulse' : ''}`}
        onClick={() => sound.toggle(now === 0 && startMs !== null ? startMs : undefined)}
      >
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" fill="currentColor">
          {isPlaying ? (
            <path d="M3.5 2h3v12h-3zM9.5 2h3v12h-3z" />
          ) : (
            <path d="M4 1.8v12.4a.6.6 0 0 0 .9.5l10-6.2a.6.6 0 0 0 0-1L4.9 1.3a.6.6 0 0 0-.9.5z" />
          )}
        </svg>
      </button>
      <span className="min-w-11 text-end text-[0.8125rem] tabular-nums">{clock(now)}</span>
      <span className="relative h-9 min-w-0 pointer-coarse:h-11 flex-1 rounded-md has-focus-visible:outline-3 has-focus-visible:outline-mark">
        <Waveform peaks={peaks?.peaks ?? null} part={part} />
        <input
          type="range"
          aria-label="Place in the recording"
          aria-valuetext={`${clock(now)} of ${clock(length)}`}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          min={0}
          max={length}
          step={STEP}
          value={now}
          onChange={({ target }) => sound.seek(Number(target.value))}
          onPointerDown={(event) => {
            // To the pixel, not to the step of the keys.
            const { left, width } = event.currentTarget.getBoundingClientRect();
            event.preventDefault();
            sound.seek(Math.max(0, ((event.clientX - left) / width) * length));
          }}
        />
      </span>
      <span className="text-[0.8125rem] text-soft tabular-nums max-sm:hidden">{clock(length)}</span>
      {isPlaying && !isFollowed && (
        <button type="button" className="btn btn-small !px-2.5 text-sm" onClick={onFollow}>
          Follow
        </button>
      )}
      <button
        type="button"
        className="btn btn-bare btn-small min-w-12 !px-1.5 text-sm tabular-nums"
        aria-label={`Speed ${rate}`}
        onClick={() => sound.faster()}
      >
        {rate}×
      </button>
    </div>
  );
}

const BARS = 180;

function Waveform({ peaks, part }: { peaks: readonly number[] | null; part: number }) {
  const path = useMemo(() => pathOf(peaks), [peaks]);
  return (
    <svg
      viewBox={`0 0 ${BARS} 100`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
      aria-hidden="true"
    >
      <clipPath id="played">
        <rect width={part * BARS} height="100" />
      </clipPath>
      <path d={path} className="fill-rule" />
      <path d={path} className="fill-mark" clipPath="url(#played)" />
      <rect x={part * BARS - 0.4} width="0.8" height="100" className="fill-ink" />
    </svg>
  );
}

/** A bar for each part of the recording, as high as its loudest moment; even where nobody knows how loud it is. */
function pathOf(peaks: readonly number[] | null): string {
  let path = '';
  for (let bar = 0; bar < BARS; bar++) {
    const from = Math.floor((bar * (peaks?.length ?? 0)) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * (peaks?.length ?? 0)) / BARS));
    const loudest = peaks === null ? 40 : Math.max(0, ...peaks.slice(from, to));
    const high = peaks === null ? 12 : Math.max(4, (loudest / 255) ** 1.6 * 96);
    path += `M${bar + 0.15} ${50 - high / 2}h.7v${high}h-.7z`;
  }
  return path;
}
