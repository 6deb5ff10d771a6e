/** Where the recording is, as the address of the view says it. */
import { useEffect, useState } from 'react';
import type { Sound } from './sound.ts';

/** The address follows in steps of so many seconds: browsers refuse many changes of it. */
const STEP = 5;

/**
 * @param given seconds an address names: the recording begins there
 * @returns seconds, `null` before the recording was played or moved
 */
export function usePlace(sound: Sound | null, given: string | null): number | null {
  const [first] = useState(() => (given !== null && /^\d{1,6}$/.test(given) ? Number(given) : null));
  const [place, setPlace] = useState(first);
  useEffect(() => {
    if (sound === null) return undefined;
    if (first !== null) sound.seek(first * 1000);
    return sound.watch((ms) => {
      const seconds = Math.floor(ms / 1000);
      // Where it is left or moved to is named to the second.
      setPlace(sound.state.isPlaying ? seconds - (seconds % STEP) : seconds);
    });
  }, [sound, first]);
  return place;
}
