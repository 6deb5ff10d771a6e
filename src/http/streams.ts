/** Bodies that are made while they are read. */

/** Reads from a generator only when the reader asks, and ends it when the reader leaves. */
export function streamOf(pieces: AsyncGenerator<Uint8Array, void, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    // Nothing is made before the first read: HEAD reads nothing.
    { highWaterMark: 0 },
  );
}

/** In Workers alone: a body is sent with a length only when it comes through one of these. */
declare const FixedLengthStream:
  | (new (length: number) => { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> })
  | undefined;

/** The same for pieces that make `length` bytes in all, which the client is told wherever it runs. */
export function sizedStreamOf(
  pieces: AsyncGenerator<Uint8Array, void, void>,
  length: number,
): ReadableStream<Uint8Array> {
  const stream = streamOf(pieces);
  if (typeof FixedLengthStream === 'undefined') return stream;
  const { readable, writable } = new FixedLengthStream(length);
  // What goes wrong on either side ends the other, which is all there is to do about it.
  stream.pipeTo(writable).catch(() => undefined);
  return readable;
}
