/** Writes bits, the first the highest of its byte. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #pending = 0;
  #count = 0;

  /** @param bits 0 to 24 */
  put(value: number, bits: number): void {
    this.#pending = (this.#pending << bits) | value;
    this.#count += bits;
    while (this.#count >= 8) {
      this.#count -= 8;
      if (this.#length === this.#bytes.length) this.#grow();
      this.#bytes[this.#length++] = (this.#pending >>> this.#count) & 255;
    }
    this.#pending &= (1 << this.#count) - 1;
  }

  /** All bits, zeros after the last up to a whole byte. What is put next is written anew. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.put(0, 8 - this.#count);
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads bits. @throws RangeError past the end */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @param count 0 to 24 */
  read(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | this.bit();
    return value;
  }

  bit(): number {
    const byte = this.#bytes[this.#at >> 3];
    if (byte === undefined) throw new RangeError('There are no more bits.');
    return (byte >> (7 - (this.#at++ & 7))) & 1;
  }

  skip(count: number): void {
    this.#at += count;
  }

  align(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}
