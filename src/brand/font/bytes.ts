/** Reads big-endian numbers one after the other. Past the end of the bytes every read throws a RangeError. */
export class Reader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  u8(): number {
    return this.#view.getUint8(this.at++);
  }

  u16(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2);
  }

  i16(): number {
    this.at += 2;
    return this.#view.getInt16(this.at - 2);
  }

  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4);
  }

  tag(): string {
    return String.fromCharCode(this.u8(), this.u8(), this.u8(), this.u8());
  }

  /** The next `length` bytes, not copied. */
  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('The bytes end too soon.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Writes big-endian numbers into bytes that grow, up to a limit past which every write throws a RangeError. */
export class Writer {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  readonly #limit: number;
  length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Where the next bytes go. It may replace the bytes themselves, so it comes before they are touched. */
  #room(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.#limit) throw new RangeError('The bytes come to more than the limit.');
    if (this.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.length, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  u8(value: number): void {
    const at = this.#room(1);
    this.#view.setUint8(at, value);
  }

  u16(value: number): void {
    const at = this.#room(2);
    this.#view.setUint16(at, value);
  }

  u32(value: number): void {
    const at = this.#room(4);
    this.#view.setUint32(at, value);
  }

  put(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** Zeros up to a multiple of four. */
  align(): void {
    this.#room((4 - (this.length % 4)) % 4);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}
