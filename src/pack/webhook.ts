/** Telling somebody that a pack is finished: signed (Standard Webhooks 1.0), and tried again when nobody takes it. */
import { PullquoteError } from '../errors.ts';
import type { Post } from '../ingest/fetch.ts';
import type { PackRow, PackState } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';

const STATES: readonly PackState[] = ['queued', 'running', 'done', 'failed', 'cancelled'];

/** Milliseconds after each failed attempt up to the next: six hours in all. */
const PAUSES = [10_000, 60_000, 300_000, 900_000, 3_600_000, 16_800_000] as const;

export interface WebhookDeps {
  store: Store;
  post: Post;
  now: () => Date;
  publicUrl: string;
}

/**
 * Tells of a pack that is done or failed, once, and records how that went.
 * @returns when to try again, `null` where there is nothing (more) to do
 */
export async function tell(deps: WebhookDeps, packId: string): Promise<Date | null> {
  const row = await deps.store.pack(packId);
  if (row === null || row.webhook === null || row.webhook.nextAt === null) return null;
  if (row.state !== 'done' && row.state !== 'failed') return null;
  const { webhook } = row;
  const due = new Date(row.webhook.nextAt);
  if (due > deps.now()) return due;
  const body = JSON.stringify(await message(deps, row));
  const attempts = webhook.attempts + 1;
  const sentAt = deps.now();
  const record = async (change: {
    nextAt: string | null;
    deliveredAt: string | null;
    error: string | null;
  }) => deps.store.changePack(row.id, STATES, { webhook: { ...webhook, attempts, ...change } });
  try {
    const headers = await signedHeaders(webhook.secret, `${row.id}.${row.state}`, sentAt, body);
    await deps.post(webhook.url, { 'Content-Type': 'application/json', ...headers }, body);
    await record({ nextAt: null, deliveredAt: sentAt.toISOString(), error: null });
    return null;
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    const pause = PAUSES[webhook.attempts];
    // An address that is refused now is refused again.
    const next =
      pause === undefined || error.code === 'fetch-refused' ? null : new Date(sentAt.getTime() + pause);
    await record({ nextAt: next?.toISOString() ?? null, deliveredAt: null, error: error.message });
    return next;
  }
}

async function message({ store, publicUrl }: WebhookDeps, row: PackRow): Promise<object> {
  const { done, failed } = await store.packCounts(row.id);
  const url = `${publicUrl}/v1/packs/${row.id}`;
  const { id, state, error, total, finishedAt } = row;
  return {
    type: `pack.${state}`,
    timestamp: finishedAt,
    data: { id, state, total, done, failed, error, url, zip: state === 'done' ? `${url}.zip` : null },
  };
}

/** The three headers of a signed message. @param secret text, or `whsec_` and base64 */
export async function signedHeaders(
  secret: string,
  id: string,
  at: Date,
  body: string,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const raw = secret.startsWith('whsec_')
    ? Uint8Array.from(atob(secret.slice('whsec_'.length)), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign(
    'HMAC',
    key,
    new TextEncoder().encode(`${id}.${timestamp}.${body}`),
  );
  const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${base64}` };
}
