import { PullquoteError } from '../errors.ts';
import { joined } from '../joined.ts';

/** Chunks a still picture needs to be shown as it was meant (PNG 3rd edition, 11). */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);

const SIGNATURE = 8;

/**
 * The PNG without text, time, EXIF, profiles, animation and whatever follows its end.
 * @throws PullquoteError `bad-image` when its chunks are cut short
 */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) break;
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(parts);
    at = end;
  }
  throw new PullquoteError('bad-image', 'Expected a whole PNG but it is cut short.');
}
