/** Tables that make a font variable (OpenType 1.9, "OpenType font variations overview"). */
const VARIATION = new Set(['fvar', 'avar', 'gvar', 'cvar', 'HVAR', 'MVAR', 'VVAR', 'STAT']);

const padded = (length: number): number => (length + 3) & ~3;

/** A variable TrueType font as its default instance, for engines that take no other. */
export function staticFont(data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const records = Array.from({ length: view.getUint16(4) }, (_, i) => {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...data.subarray(at, at + 4));
    const from = view.getUint32(at + 8);
    return { tag, sum: view.getUint32(at + 4), bytes: data.subarray(from, from + view.getUint32(at + 12)) };
  }).filter(({ tag }) => !VARIATION.has(tag));
  const head = 12 + records.length * 16;
  const out = new Uint8Array(head + records.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const to = new DataView(out.buffer);
  const power = Math.floor(Math.log2(records.length));
  to.setUint32(0, view.getUint32(0));
  to.setUint16(4, records.length);
  to.setUint16(6, 16 << power);
  to.setUint16(8, power);
  to.setUint16(10, records.length * 16 - (16 << power));
  let end = head;
  for (const [i, { tag, sum, bytes }] of records.entries()) {
    const at = 12 + i * 16;
    out.set(
      Array.from(tag, (char) => char.charCodeAt(0)),
      at,
    );
    to.setUint32(at + 4, sum);
    to.setUint32(at + 8, end);
    to.setUint32(at + 12, bytes.length);
    out.set(bytes, end);
    end += padded(bytes.length);
  }
  return out;
}
