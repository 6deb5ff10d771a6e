/**
 * Bytes whose buffer holds nothing else, so that it can be given away whole: the array itself where it is like that, else a copy.
 */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isAlone(bytes) ? bytes : new Uint8Array(bytes);
}

function isAlone(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && !buffer.resizable && buffer.byteLength === bytes.byteLength;
}
