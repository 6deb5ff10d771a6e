/** Packs as jobs: taken in, counted, cancelled. Who works on them differs by runtime. */
import { PullquoteError } from '../errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import { requireFetchable } from '../ingest/fetch.ts';
import { sha256 } from '../sha256.ts';
import type { PackCounts, PackItemRow, PackRow, WebhookState } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';
import { askedOf, itemAt, itemCount, lookOf, makePlan, type Plan, readPlan } from './plan.ts';
import { chosenOf, variantsOf, type PackInput } from './request.ts';
import { selectQuotes } from './select.ts';

/** Who works on packs. */
export interface PackWorkers {
  /** Sees to it that a pack is worked on, also when it was told before. */
  start(row: PackRow): Promise<void>;
}

export interface NewPack {
  input: PackInput;
  idempotencyKey: string | null;
  webhook: { url: string; secret: string } | null;
}

interface CreateDeps {
  store: Store;
  workers: PackWorkers;
  now: () => Date;
  /** Whether a webhook may be in the private network. */
  allowPrivate?: boolean;
}

/**
 * Takes a pack in and has it started. Under the same idempotency key it is the same pack, which goes on where it failed.
 * @throws PullquoteError `conflict` for another request under the same key, `fetch-refused` for a webhook's address that is
 * not public, and what `selectQuotes` and `makePlan` throw
 */
export async function createPack(
  { store, workers, now, allowPrivate = false }: CreateDeps,
  { input, idempotencyKey, webhook }: NewPack,
): Promise<PackRow> {
  const requestSha256 = await sha256(canonicalJson({ input, webhook }));
  const known = idempotencyKey === null ? null : await store.packByKey(idempotencyKey);
  if (known !== null) return again(store, workers, known, requestSha256);
  if (webhook !== null) requireFetchable(webhook.url, allowPrivate);
  const episode = await store.episode(input.episode);
  if (episode === null) throw new PullquoteError('not-found', `There is no episode \`${input.episode}\`.`);
  const variants = variantsOf(input);
  const plan = makePlan(episode.id, await selectQuotes(store, episode, chosenOf(input)), variants);
  const createdAt = now().toISOString();
  const row: PackRow = {
    id: packId(),
    idempotencyKey,
    requestSha256,
    episodeId: episode.id,
    plan,
    state: 'queued',
    error: null,
    total: itemCount(plan),
    documents: null,
    webhook: webhook === null ? null : untold(webhook, createdAt),
    createdAt,
    finishedAt: null,
  };
  await store.addPack(row);
  await workers.start(row);
  return row;
}

function untold({ url, secret }: { url: string; secret: string }, nextAt: string): WebhookState {
  return { url, secret, attempts: 0, nextAt, deliveredAt: null, error: null };
}

async function again(
  store: Store,
  workers: PackWorkers,
  known: PackRow,
  requestSha256: string,
): Promise<PackRow> {
  if (known.requestSha256 !== requestSha256) {
    throw new PullquoteError(
      'conflict',
      `Expected the request that was sent with this \`Idempotency-Key\` before, for the pack ${known.id}, but received another.`,
      { pack: known.id },
    );
  }
  const webhook = known.webhook === null ? null : untold(known.webhook, known.createdAt);
  await store.changePack(known.id, ['failed'], { state: 'queued', error: null, finishedAt: null, webhook });
  const row = await findPack(store, known.id);
  if (row.state === 'queued' || row.state === 'running') await workers.start(row);
  return row;
}

/** @throws PullquoteError `not-found` */
export async function findPack(store: Store, id: string): Promise<PackRow> {
  const row = await store.pack(id);
  if (row === null) throw new PullquoteError('not-found', `There is no pack \`${id}\`.`);
  return row;
}

/** A pack, how far it is, and the first cards that failed. */
export interface PackStatus {
  row: PackRow;
  counts: PackCounts;
  errors: { quote: string; size: string; template: string | null; code: string; message: string }[];
}

const ERRORS_SHOWN = 100;

/** @throws PullquoteError `not-found` */
export async function packStatus(store: Store, id: string): Promise<PackStatus> {
  const row = await findPack(store, id);
  const counts = await store.packCounts(id);
  return { row, counts, errors: counts.failed === 0 ? [] : await errorsOf(store, row) };
}

async function errorsOf(store: Store, row: PackRow): Promise<PackStatus['errors']> {
  const failed = await store.packErrors(row.id, ERRORS_SHOWN);
  const plan = readPlan(row.plan);
  return failed.flatMap((item) => errorOf(plan, item));
}

function errorOf(plan: Plan, { n, error }: PackItemRow): PackStatus['errors'] {
  const item = itemAt(plan, n);
  if (error === null || item.kind === 'sheet') return [];
  const planned = plan.quotes[item.quote] ?? '';
  const { size, platform } = item.variant;
  const template = lookOf(planned).template ?? item.variant.template;
  return [{ quote: askedOf(planned), size: size ?? platform ?? '', template, ...error }];
}

/** Ends a pack that is not finished. What is done of it stays. @throws PullquoteError `not-found` */
export async function cancelPack(store: Store, id: string, now: Date): Promise<void> {
  await findPack(store, id);
  await store.changePack(id, ['queued', 'running', 'failed'], {
    state: 'cancelled',
    finishedAt: now.toISOString(),
  });
}

/** Ends a pack that cannot go on for now, with the reason. */
export async function failPack(store: Store, id: string, message: string, now: Date): Promise<void> {
  const error = { code: 'interrupted', message };
  await store.changePack(id, ['queued', 'running'], {
    state: 'failed',
    error,
    finishedAt: now.toISOString(),
  });
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** `p_` and 80 random bits: whoever knows it was told it. */
function packId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(16));
  return `p_${Array.from(letters, (byte) => ALPHABET[byte % 32]).join('')}`;
}
