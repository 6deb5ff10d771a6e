/** Pictures that were sent a moment ago, kept whole with their headers: a second request for one reads no store and no blob. */

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Readonly<Record<string, string>>;
}

export interface Pictures {
  get(key: string): Promise<Picture | null> | Picture | null;
  /** Only what anybody may see. */
  put(key: string, picture: Picture): Promise<void> | void;
  /** Forgets all that may have changed. */
  clear(): void;
}

/** How long a picture is sent without asking again whether it is current. */
const FRESH = 10_000;

/**
 * In memory, up to `maxBytes`; past that the longest unasked go.
 * @param now milliseconds of a clock that never goes back
 */
export function memoryPictures(maxBytes: number, now: () => number = () => performance.now()): Pictures {
  const kept = new Map<string, { picture: Picture; until: number }>();
  let size = 0;
  const drop = (key: string): void => {
    size -= kept.get(key)?.picture.bytes.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return null;
      if (found.until <= now()) {
        drop(key);
        return null;
      }
      kept.delete(key);
      kept.set(key, found);
      return found.picture;
    },
    put(key, picture) {
      drop(key);
      kept.set(key, { picture, until: now() + FRESH });
      size += picture.bytes.byteLength;
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
