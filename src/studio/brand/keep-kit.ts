/** Keeping a kit: only over the revision it was changed from, so that nobody's work is lost without a word. */
import type { BrandKit } from '../../brand/model.ts';
import type { BrandView } from '../api/queries.ts';
import { ApiError, getJson, request } from '../api/request.ts';

/** @param revision what the kit was changed from; 0 for a new brand */
export async function keepKit(kit: BrandKit, revision: number): Promise<BrandView> {
  const response = await request(`/v1/brands/${kit.id}`, {
    method: 'PUT',
    body: JSON.stringify(kit),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"r${revision}"` },
  });
  return response.json();
}

export function keptKit(id: string): Promise<BrandView> {
  return getJson(`/v1/brands/${id}`);
}

/** True where the brand is not what it was when the changes began. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 412 || error.status === 409);
}

/** Sends a picture or a font and gives the digest to name it by. */
export async function sendFile(to: '/v1/pictures' | '/v1/fonts', file: File): Promise<string> {
  const response = await request(to, { method: 'POST', body: file });
  const { digest }: { digest: string } = await response.json();
  return digest;
}
