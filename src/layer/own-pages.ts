/**
 * Memory of its own pages for a moment's pixels: a buffer that may be resized is mapped by itself and goes back to the system
 * whole. Others are of the C library's heap, which, once it had pictures, keeps room for them: some 30 MB a thread.
 */
export function ownPages(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength: bytes });
}
