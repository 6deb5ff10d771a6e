/** Values of known weight, the least recently used let go first once their sum passes a bound. */
export class Kept<V> {
  readonly #entries = new Map<string, { value: V; weight: number; asked: number }>();
  readonly #bound: number;
  readonly #drop: (value: V) => void;
  #sum = 0;
  #asked = 0;

  /** `drop` is called for every value let go. */
  constructor(bound: number, drop: (value: V) => void = () => undefined) {
    this.#bound = bound;
    this.#drop = drop;
  }

  get(key: string): V | undefined {
    this.#asked++;
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, { ...entry, asked: this.#asked });
    return entry.value;
  }

  /** Keeps `value`, whatever its weight, until others come. A key set again only changes its weight. */
  set(key: string, value: V, weight: number): void {
    this.#sum -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
    while (this.#sum + weight > this.#bound && this.dropOldest());
    this.#entries.set(key, { value, weight, asked: this.#asked });
    this.#sum += weight;
  }

  /** Lets go of the least recently used, but for one in use and those asked for within the last `times`; false if there is none. */
  dropOldest(used: V | null = null, times = 0): boolean {
    for (const [key, { value, weight, asked }] of this.#entries) {
      if (value === used || this.#asked - asked < times) continue;
      this.#entries.delete(key);
      this.#sum -= weight;
      this.#drop(value);
      return true;
    }
    return false;
  }
}
