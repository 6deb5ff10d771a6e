import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { Icon } from '../ui/icon.tsx';

/** Pictures a second. */
export const RATE = 30;

interface FilmProps {
  video: RefObject<HTMLVideoElement | null>;
  url: string;
  /** Its place, as it was kept while the clip was made. */
  box: { width: string; aspectRatio: number };
  /** Told where it is, in milliseconds. */
  onTime: (ms: number) => void;
}

/** To the middle of a frame, so that rounding shows no other. */
const middleOf = (frame: number): number => (frame + 0.5) / RATE;

/** The clip with its controls beside it, not over it: what is seen is the whole of each frame. */
export function Film({ video, url, box, onTime }: FilmProps) {
  const [isPlaying, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [length, setLength] = useState(0);
  const frame = Math.floor(seconds * RATE + 1e-3);
  const tell = (element: HTMLVideoElement): void => {
    setSeconds(element.currentTime);
    onTime(element.currentTime * 1000);
  };
  const seek = (to: number): void => {
    const element = video.current;
    if (element === null) return;
    element.pause();
    element.currentTime = Math.min(element.duration, middleOf(Math.max(0, to)));
  };
  const step = (frames: number): void =>
    seek(Math.floor((video.current?.currentTime ?? 0) * RATE + 1e-3) + frames);
  const toggle = (): void => {
    const element = video.current;
    if (element === null) return;
    if (element.paused) element.play().catch(() => undefined);
    else element.pause();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== ',' && event.key !== '.') return;
    event.preventDefault();
    step(event.key === '.' ? 1 : -1);
  };
  // Events of the element come a few times a second; frames are shown as they pass.
  useEffect(() => {
    const element = video.current;
    if (!isPlaying || element === null) return undefined;
    let next = requestAnimationFrame(function follow() {
      setSeconds(element.currentTime);
      next = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(next);
  }, [video, isPlaying]);
  return (
    <div onKeyDown={keys}>
      {/* Captions are in the picture, and listed below as text. */}
      <video
        ref={video}
        src={url}
        preload="auto"
        playsInline
        data-testid="clip"
        style={box}
        className="mx-auto rounded-lg border border-rule shadow-[0_14px_36px_-14px_#16181d40]"
        onClick={toggle}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onLoadedMetadata={({ currentTarget }) => setLength(currentTarget.duration)}
        onTimeUpdate={({ currentTarget }) => tell(currentTarget)}
        onSeeked={({ currentTarget }) => tell(currentTarget)}
      />
      <div className="mt-3 flex items-center gap-2">
        <button
          type="button"
          aria-label={isPlaying ? 'Pause the clip' : 'Play the clip'}
          className="grid size-10 flex-none place-items-center rounded-full bg-mark text-on-mark hover:brightness-95 pointer-coarse:size-11"
          onClick={toggle}
        >
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" fill="currentColor">
            <path d={isPlaying ? 'M3.5 2h3v12h-3zM9.5 2h3v12h-3z' : 'M4.5 1.8v12.4l10-6.2z'} />
          </svg>
        </button>
        <input
          type="range"
          aria-label="Place in the clip"
          aria-valuetext={`Frame ${frame + 1}, ${seconds.toFixed(2)} seconds`}
          className="slide min-w-0 flex-1"
          min={0}
          max={Math.max(0, Math.round(length * RATE) - 1)}
          step={1}
          value={frame}
          onChange={({ target }) => seek(Number(target.value))}
        />
        <button
          type="button"
          className="btn btn-bare btn-icon"
          aria-label="Frame before"
          title="Frame before (,)"
          onClick={() => step(-1)}
        >
          <Icon name="before" className="size-4" />
        </button>
        <button
          type="button"
          className="btn btn-bare btn-icon"
          aria-label="Next frame"
          title="Next frame (.)"
          onClick={() => step(1)}
        >
          <Icon name="next" className="size-4" />
        </button>
      </div>
      <p className="text-center text-[0.875rem] text-soft tabular-nums">
        {seconds.toFixed(2)} s of {length.toFixed(2)} · frame {frame + 1}
      </p>
    </div>
  );
}
