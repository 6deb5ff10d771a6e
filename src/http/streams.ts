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
