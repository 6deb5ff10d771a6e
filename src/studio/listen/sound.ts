/** The recording of an episode: one element of the browser's, whoever asks for it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { peaksView } from '../../http/recordings.ts';
import type { EpisodeView, Words } from '../api/queries.ts';
import { ApiError, getJson, request } from '../api/request.ts';
import { readToken } from '../api/token.ts';

type Peaks = z.output<typeof peaksView>;

interface SoundState {
  isPlaying: boolean;
  /** True while it waits for more of the recording. */
  isWaiting: boolean;
  rate: number;
  /** True where it cannot be had from anywhere. */
  isBroken: boolean;
}

/** Speeds offered, in the order they are gone through. */
const RATES = [1, 1.25, 1.5, 2, 0.75];

const STILL: SoundState = { isPlaying: false, isWaiting: false, rate: 1, isBroken: false };

export class Sound {
  #audio: HTMLAudioElement | null = null;
  #state = STILL;
  /** Where it stops, in milliseconds. */
  #until = Infinity;
  #frame = 0;
  readonly #listeners = new Set<() => void>();
  readonly #watchers = new Set<(ms: number) => void>();
  readonly #path: string;
  /** Where else the recording may be had, tried one after the other. */
  readonly #others: (() => Promise<string>)[];

  /** @param path of the recording, as the service has it or knows where it is */
  constructor(path: string, { mediaUrl }: Pick<EpisodeView, 'mediaUrl'>) {
    this.#path = path;
    this.#others = [
      ...(mediaUrl === null ? [] : [async () => mediaUrl]),
      // An element of the browser's sends no token: what is private is fetched whole.
      ...(readToken() === null ? [] : [async () => URL.createObjectURL(await (await request(path)).blob())]),
    ];
  }

  get state(): SoundState {
    return this.#state;
  }

  /** Where it is, in milliseconds. */
  get now(): number {
    return (this.#audio?.currentTime ?? 0) * 1000;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Told where the recording is, each frame while it plays and whenever it is moved. */
  watch(watcher: (ms: number) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** @param untilMs where it stops by itself */
  play(fromMs: number = this.now, untilMs = Infinity): void {
    const audio = (this.#audio ??= this.#open());
    this.#until = untilMs;
    audio.currentTime = fromMs / 1000;
    // Refused, or stopped before it began: the element says so by an event of its own.
    audio.play().catch(() => undefined);
    this.#tell();
  }

  pause(): void {
    this.#audio?.pause();
  }

  /** @param fromMs where it begins, if it does */
  toggle(fromMs?: number): void {
    if (this.#state.isPlaying) this.pause();
    else this.play(fromMs);
  }

  seek(ms: number): void {
    this.#audio ??= this.#open();
    this.#until = Infinity;
    this.#audio.currentTime = ms / 1000;
    this.#tell();
  }

  faster(): void {
    const rate = RATES[(RATES.indexOf(this.#state.rate) + 1) % RATES.length] ?? 1;
    if (this.#audio !== null) this.#audio.playbackRate = rate;
    this.#set({ rate });
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#audio?.pause();
    this.#audio?.removeAttribute('src');
    this.#audio = null;
    this.#set(STILL);
  }

  #open(): HTMLAudioElement {
    const audio = new Audio();
    audio.preload = 'auto';
    audio.addEventListener('play', () => {
      this.#set({ isPlaying: true });
      this.#run();
    });
    audio.addEventListener('pause', () => {
      this.#set({ isPlaying: false, isWaiting: false });
      this.#tell();
    });
    audio.addEventListener('waiting', () => this.#set({ isWaiting: true }));
    audio.addEventListener('playing', () => this.#set({ isWaiting: false }));
    audio.addEventListener('seeked', () => this.#tell());
    audio.addEventListener('error', () => void this.#elsewhere(audio, 0), { once: true });
    audio.src = this.#path;
    audio.playbackRate = this.#state.rate;
    return audio;
  }

  async #elsewhere(audio: HTMLAudioElement, place: number): Promise<void> {
    const next = this.#others[place];
    if (next === undefined) {
      this.#set({ isBroken: true, isPlaying: false, isWaiting: false });
      return;
    }
    const { currentTime, paused } = audio;
    try {
      const address = await next();
      audio.addEventListener('error', () => void this.#elsewhere(audio, place + 1), { once: true });
      audio.src = address;
      audio.currentTime = currentTime;
      audio.playbackRate = this.#state.rate;
      if (!paused) await audio.play().catch(() => undefined);
    } catch {
      await this.#elsewhere(audio, place + 1);
    }
  }

  #run(): void {
    cancelAnimationFrame(this.#frame);
    const step = (): void => {
      if (this.#audio === null || this.#audio.paused) return;
      if (this.now >= this.#until) {
        this.#audio.pause();
        this.#until = Infinity;
      }
      this.#tell();
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher(this.now);
  }

  #set(change: Partial<SoundState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The episode's recording and how loud it is where; `sound` is `null` where there is none. */
export function useSound(
  { mediaUrl }: EpisodeView,
  { audio, peaks }: Words,
): { sound: Sound | null; peaks: Peaks | null } {
  const sound = useMemo(
    () => (audio === null ? null : new Sound(new URL(audio).pathname, { mediaUrl })),
    [audio, mediaUrl],
  );
  useEffect(() => () => sound?.close(), [sound]);
  const { data } = useQuery({
    queryKey: ['peaks', peaks],
    queryFn: ({ signal }) =>
      getJson<Peaks>(new URL(peaks ?? '').pathname, signal).catch((error: unknown) => {
        // How loud it is cannot be told of every recording.
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
    staleTime: Infinity,
    enabled: peaks !== null,
  });
  return { sound, peaks: data ?? null };
}

const NO_SOUND = { subscribe: () => () => undefined, state: STILL };

export function useSoundState(sound: Sound | null): SoundState {
  const { subscribe } = sound ?? NO_SOUND;
  return useSyncExternalStore(subscribe, () => (sound ?? NO_SOUND).state);
}
