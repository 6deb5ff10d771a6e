/** Raised when satori, resvg or the way a layer is drawn changes, so that kept layers are drawn anew. */
export const LAYER_VERSION = 2;

/** SHA-256 of a text, 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
