import { hash } from 'node:crypto';

/** The same on Node, at once: WebCrypto hands every digest to another thread and back, which takes longer than the digest. */
export async function sha256(value: string | Uint8Array): Promise<string> {
  return hash('sha256', value, 'hex');
}
