/** Pictures that are asked for again and again, kept whole with their headers: a further request for one reads no store and no blob. */

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Readonly<Record<string, string>>;
}

/** A picture, or of one that a caller had already its headers alone. */
export type Remembered = Picture | { bytes: null; headers: Picture['headers'] };

export interface Pictures {
  get(key: string): Promise<Remembered | null> | Remembered | null;
  /** The same where it is at hand without waiting. */
  peek(key: string): Remembered | null;
  /** Only what anybody may see. */
  put(key: string, picture: Remembered): Promise<void> | void;
  /** Forgets all that may have changed. */
  clear(): void;
}

/** How long a picture is sent without asking again whether it is current. */
const FRESH = 10_000;

/** Keys remembered of pictures that were sent once. */
const SENT_ONCE = 1000;

/**
 * In memory, up to `maxBytes`; past that the longest unasked go. Kept is what is put a second time: most cards are asked for once,
 * and what outlives its request costs more to clear away than it took to send.
 * @param now milliseconds of a clock that never goes back
 */
export function memoryPictures(maxBytes: number, now: () => number = () => performance.now()): Pictures {
  const kept = new Map<string, { picture: Remembered; until: number }>();
  const sentOnce = new Set<string>();
  let size = 0;
  const drop = (key: string): void => {
    size -= sizeOf(kept.get(key)?.picture);
    kept.delete(key);
  };
  const find = (key: string): Remembered | null => {
    const found = kept.get(key);
    if (found === undefined) return null;
    kept.delete(key);
    if (found.until <= now()) {
      size -= sizeOf(found.picture);
      return null;
    }
    kept.set(key, found);
    return found.picture;
  };
  return {
    get: find,
    peek: find,
    put(key, picture) {
      if (!kept.has(key) && !sentOnce.delete(key)) {
        if (sentOnce.size >= SENT_ONCE) sentOnce.clear();
        sentOnce.add(key);
        return;
      }
      drop(key);
      kept.set(key, { picture, until: now() + FRESH });
      size += sizeOf(picture);
      for (const oldest of kept.keys()) {
        if (size <= maxBytes) return;
        drop(oldest);
      }
    },
    clear() {
      kept.clear();
      size = 0;
    },
  };
}

/** What a picture counts for, with its headers and key. */
function sizeOf(picture: Remembered | undefined): number {
  return picture === undefined ? 0 : (picture.bytes?.byteLength ?? 0) + BESIDES;
}

const BESIDES = 2000;

/** Parameters as written where they say nothing. A platform (`for`) has a size of its own. */
const DEFAULTS: Readonly<Record<string, string>> = {
  size: 'og',
  dpr: '1',
  effort: 'default',
  missing: 'refuse',
  snap: 'sentence',
};

/**
 * One key for all the ways of writing an address: parameters in order, without those that say the default.
 * @returns `null` where a parameter comes twice: that is refused, and has no picture
 */
export function pictureKey(path: string, query: URLSearchParams): string | null {
  if (query.size === 0) return path;
  const names = [...query.keys()];
  if (new Set(names).size < names.length) return null;
  const said = new URLSearchParams(
    [...query].filter(([name, value]) => DEFAULTS[name] !== value || (name === 'size' && query.has('for'))),
  );
  said.sort();
  return said.size === 0 ? path : `${path}?${said.toString()}`;
}
