/** Makes the items of a pack: cards and contact sheets. */
import { PullquoteError } from '../errors.ts';
import type { Blobs } from '../blobs/port.ts';
import { type CardDeps, orderOf } from '../card/create.ts';
import { orderKey, slideOf, type CardDrawer, type CardOrder } from '../card/draw.ts';
import { CONTENT_TYPES, type CardFormat } from '../card/format.ts';
import { cardKey } from '../card/key.ts';
import { parseImageParams } from '../card/params.ts';
import type { SheetCell } from '../card/sheet.ts';
import { findSubject, type Subject } from '../card/subject.ts';
import type { KeptFile, PackItemRow, Reason } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';
import { aboutCard, type QuoteAbout } from './about.ts';
import { crc32 } from './crc32.ts';
import { itemAt, type Item, type Plan, type Planned } from './plan.ts';
import type { Variant } from './request.ts';

export interface PackDeps {
  store: Store;
  blobs: Blobs;
  drawer: CardDrawer;
  config: CardDeps['config'];
  /** Told of a card that could not be drawn for no fault of the caller. */
  onError: (error: unknown) => void;
}

/** An item that is done. */
export interface DoneItem extends PackItemRow {
  /** What is said of the quote, with its first card. */
  about: QuoteAbout | null;
  /** True where it was drawn now, false where it had been before. */
  drawn: boolean;
}

/** The superseded quotes a quote may have before it; more are a loop. */
const MAX_SUCCESSORS = 10;

/**
 * Makes items of one plan. What several of them need (words, episode) is read once: one maker is for a few items at a time.
 * A card that cannot be drawn is done too, with the reason; only what is no card's fault is thrown.
 */
export function itemMaker(deps: PackDeps, plan: Plan) {
  const { blobs, drawer, config } = deps;
  const store = reader(deps.store);
  const subjects = new Map<string, Promise<Subject>>();

  function subjectOf(quote: string): Promise<Subject> {
    const finding = subjects.get(quote) ?? findCurrent(store, quote);
    subjects.set(quote, finding);
    return finding;
  }

  async function orderFor(quote: string, { template, size, platform, format }: Variant): Promise<CardOrder> {
    const query = new URLSearchParams({
      ...(template === null ? {} : { template }),
      ...(size === null ? {} : { size }),
      ...(platform === null ? {} : { for: platform }),
    });
    return orderOf(deps, await subjectOf(quote), parseImageParams(query, config.maxPixels), format);
  }

  /** What was made for a key before, where it is still there. */
  async function keptFiles(key: string): Promise<KeptFile[] | null> {
    const files = (await store.keptCards([key])).get(key);
    if (files === undefined) return null;
    const there = await Promise.all(files.map(({ blob }) => blobs.has(blob)));
    return there.every(Boolean) ? files : null;
  }

  async function keep(blob: string, bytes: Uint8Array, contentType: string): Promise<KeptFile> {
    await blobs.put(blob, bytes, contentType);
    return { blob, size: bytes.length, crc: crc32(bytes) };
  }

  /** A card's file; of one that is too long for one its slides, and a PDF of them all. */
  async function drawCard(order: CardOrder, key: string): Promise<KeptFile[]> {
    const { card, format } = order;
    const name = (of: string, as: CardFormat): string =>
      `cards/${card.quoteId ?? card.episodeId}/${of}.${as}`;
    if (format === 'pdf') return [await keep(name(key, format), await drawer.draw(order), CONTENT_TYPES.pdf)];
    const pictures = await drawer.slides(order);
    const files = await Promise.all(
      pictures.map(async (bytes, nth) => {
        const slide = nth === 0 ? key : await orderKey(slideOf(order, nth + 1), drawer.version);
        return keep(name(slide, format), bytes, CONTENT_TYPES[format]);
      }),
    );
    if (pictures.length === 1) return files;
    const document: CardOrder = { ...order, format: 'pdf', allSlides: true };
    const all = await keep(
      name(await orderKey(document, drawer.version), 'pdf'),
      await drawer.draw(document),
      CONTENT_TYPES.pdf,
    );
    return [...files, all];
  }

  async function makeCard(n: number, planned: Planned, variant: Variant): Promise<DoneItem> {
    const done = { n, key: null, files: [], about: null, drawn: false };
    if (typeof planned !== 'string') return { ...done, error: planned.error };
    let about: QuoteAbout | null = null;
    try {
      const order = await orderFor(planned, variant);
      const { quote } = await subjectOf(planned);
      if (n % plan.variants.length === 0) about = aboutCard(order.card, quote.id ?? planned, quote.endMs, []);
      const key = await orderKey(order, drawer.version);
      const kept = await keptFiles(key);
      const files = kept ?? (await drawing(() => drawCard(order, key)));
      return { n, key, files, about, error: null, drawn: kept === null };
    } catch (error) {
      return { ...done, about, error: reasonOf(error) };
    }
  }

  async function makeSheet(n: number, { from, to }: Extract<Item, { kind: 'sheet' }>): Promise<DoneItem> {
    const cells = await Promise.all(
      plan.quotes.slice(from, to).map((planned, nth) => cellOf(planned, from + nth)),
    );
    const key = await cardKey({ sheet: cells, drawerVersion: drawer.version });
    const done = { n, key, about: null, error: null };
    const kept = await keptFiles(key);
    if (kept !== null) return { ...done, files: kept, drawn: false };
    try {
      const bytes = await drawing(() => drawer.sheet(cells));
      return { ...done, files: [await keep(`sheets/${key}.png`, bytes, CONTENT_TYPES.png)], drawn: true };
    } catch (error) {
      return { ...done, key: null, files: [], error: reasonOf(error), drawn: false };
    }
  }

  async function cellOf(planned: Planned, nth: number): Promise<SheetCell> {
    const [variant] = plan.variants;
    const number = String(nth + 1);
    if (typeof planned !== 'string' || variant === undefined) return { shown: null, label: number };
    try {
      const { card, look } = await orderFor(planned, variant);
      const label = [number, card.time?.label, card.speakers.map(({ name }) => name).join(', ')];
      return { shown: { card, look }, label: label.filter(Boolean).join(' · ') };
    } catch (error) {
      reasonOf(error);
      return { shown: null, label: number };
    }
  }

  /** Runs the drawer. What it throws is the card's fault, whatever it is; but for the disk's. */
  async function drawing<T>(draw: () => Promise<T>): Promise<T> {
    try {
      return await draw();
    } catch (error) {
      if (error instanceof PullquoteError || isDisk(error)) throw error;
      deps.onError(error);
      throw new PullquoteError(
        'does-not-fit',
        'The card could not be drawn, for a reason that is in the log.',
        {},
        { cause: error },
      );
    }
  }

  return (n: number): Promise<DoneItem> => {
    const item = itemAt(plan, n);
    return item.kind === 'sheet'
      ? makeSheet(n, item)
      : makeCard(n, plan.quotes[item.quote] ?? '', item.variant);
  };
}

/** The quote itself, or the one that took its place. */
async function findCurrent(store: Store, quoteId: string): Promise<Subject> {
  let id = quoteId;
  for (let successors = 0; successors <= MAX_SUCCESSORS; successors++) {
    const subject = await findSubject(store, { quoteId: id }, 'sentence');
    if (!('supersededBy' in subject)) return subject;
    id = subject.supersededBy;
  }
  throw new PullquoteError('gone', `The quote ${quoteId} was superseded too often.`);
}

/** Why an item has no file. @throws the error itself where no item is to blame */
function reasonOf(error: unknown): Reason {
  if (!(error instanceof PullquoteError)) throw error;
  return { code: error.code, message: error.message };
}

function isDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** The store with episodes, shows and words read once. */
function reader(store: Store): Store {
  return { ...store, episode: once(store.episode), show: once(store.show), current: once(store.current) };
}

function once<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}
