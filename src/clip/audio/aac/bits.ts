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

  /** All bits, zeros after the last up to a whole byte. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.put(0, 8 - this.#count);
    return this.#bytes.slice(0, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
