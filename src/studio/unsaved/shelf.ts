/**
 * Work the service has not been given yet: files that are looked into, changes of brands, names typed for a feed's voices. It is
 * kept in this browser, so that its address opens it again; whoever signs out leaves none behind.
 */
const DATABASE = 'pullquote-unsaved';
const STORE = 'work';
/** Most pieces of a kind kept; the oldest go first. */
const MOST = 20;

interface Piece<T> {
  /** As its address names it. */
  id: string;
  value: T;
  /** When it was last changed, in milliseconds of Unix time. */
  at: number;
}

const shelves: { clear(): void }[] = [];

/** One kind of work, each piece under the ID its address has. */
export class Shelf<T> {
  readonly kind: string;
  /** What was put there on this visit: at hand at once, and all there is where a browser keeps nothing. */
  readonly #atHand = new Map<string, Piece<T>>();

  constructor(kind: string) {
    this.kind = kind;
    shelves.push(this);
  }

  /** @returns `null` where nothing is kept under the ID */
  async read(id: string): Promise<T | null> {
    const piece =
      this.#atHand.get(id) ?? (await inStore<Piece<T>>('readonly', (store) => store.get([this.kind, id])));
    return piece?.value ?? null;
  }

  /** Newest first. */
  async list(): Promise<Piece<T>[]> {
    const range = IDBKeyRange.bound([this.kind], [this.kind, []]);
    const kept = await inStore<Piece<T>[]>('readonly', (store) => store.getAll(range));
    return (kept ?? [...this.#atHand.values()]).toSorted((a, b) => b.at - a.at);
  }

  async keep(id: string, value: T): Promise<void> {
    const piece = { id, value, at: Date.now() };
    this.#atHand.set(id, piece);
    await inStore('readwrite', (store) => store.put(piece, [this.kind, id]));
    const surplus = (await this.list()).slice(MOST);
    await Promise.all(surplus.map((old) => this.drop(old.id)));
  }

  async drop(id: string): Promise<void> {
    this.#atHand.delete(id);
    await inStore('readwrite', (store) => store.delete([this.kind, id]));
  }

  clear(): void {
    this.#atHand.clear();
  }
}

/** Leaves nothing of any kind. */
export async function forgetUnsaved(): Promise<void> {
  for (const shelf of shelves) shelf.clear();
  await inStore('readwrite', (store) => store.clear());
}

/** @returns `undefined` where the browser keeps nothing, as some do in private windows, or has nothing under the key */
async function inStore<R>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<R>,
): Promise<R | undefined> {
  try {
    return await answered(ask((await opened()).transaction(STORE, mode).objectStore(STORE)));
  } catch {
    return undefined;
  }
}

let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  if (opening === null) {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    opening = answered(request);
  }
  return opening;
}

function answered<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
