/** Makes the items of a pack: cards and contact sheets. */
import { PullquoteError } from '../errors.ts';
import type { Blobs } from '../blobs/port.ts';
import type { CardDeps } from '../card/create.ts';
import type { ClipMaker } from '../clip/kept.ts';
import { orderKey, type CardDrawer, type CardOrder } from '../card/draw.ts';
import { CONTENT_TYPES } from '../card/format.ts';
import { cardKey } from '../card/key.ts';
import { nextFormat } from '../card/platforms.ts';
import { SHEET_VERSION, type Sheet, type SheetCell } from '../card/sheet.ts';
import type { KeptFile, PackItemRow, Reason } from '../store/pack-port.ts';
import type { Store } from '../store/port.ts';
import { aboutCard, type QuoteAbout } from './about.ts';
import { findShown } from './episode.ts';
import { keepFile, type CardFiles } from './card-files.ts';
import { knownFiles } from './known.ts';
import { orders } from './order.ts';
import { askedOf, isNone, itemAt, lookOf, type Item, type Plan, type Planned } from './plan.ts';
import { type CardVariant, type ClipVariant, isClip } from './request.ts';
import { isNoRoom } from './room.ts';

export interface PackDeps {
  store: Store;
  blobs: Blobs;
  drawer: Pick<CardDrawer, 'sheet' | 'version'>;
  /** Draws cards and keeps them. */
  files: CardFiles;
  /** Makes clips. */
  clip: ClipMaker;
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

/**
 * Makes items of one plan. What several of them need (words, episode) is read once: one maker is for a few items at a time.
 * A card that cannot be drawn is done too, with the reason; only what is no card's fault is thrown.
 */
export function itemMaker(deps: PackDeps, plan: Plan) {
  const { drawer } = deps;
  const { subject, order, hashtags } = orders(deps);
  const known = (key: string): Promise<KeptFile[] | null> => knownFiles(deps, key);

  async function makeCard(n: number, planned: Planned, variant: CardVariant): Promise<DoneItem> {
    const done = { n, key: null, files: [], about: null, drawn: false };
    if (isNone(planned)) return { ...done, error: planned.error };
    let about: QuoteAbout | null = null;
    try {
      const asked = await order(planned, variant);
      if (n < plan.quotes.length) {
        const { quote } = await subject(planned);
        const id = quote.id ?? askedOf(planned);
        about = aboutCard(asked.card, id, quote, await hashtags(planned));
      }
      const key = await orderKey(asked, drawer.version);
      const kept = await known(key);
      const files = kept ?? (await drawing(() => drawFitting(asked, planned, variant)));
      return { n, key, files, about, error: null, drawn: kept === null };
    } catch (error) {
      return { ...done, about, error: reasonOf(error) };
    }
  }

  async function makeClip(n: number, planned: Planned, { size }: ClipVariant): Promise<DoneItem> {
    const done = { n, about: null, drawn: true };
    if (isNone(planned)) return { ...done, key: null, files: [], error: planned.error };
    try {
      const { quote } = await subject(planned);
      const id = quote.id ?? askedOf(planned);
      const { brand, lang } = lookOf(planned);
      const asked = Object.entries({ size, brand, lang }).filter(([, value]) => value !== undefined);
      const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
      const { key, bytes } = await drawing(() => deps.clip(id, query));
      return {
        ...done,
        key,
        files: [await keepFile(deps.blobs, `clips/${id}/${key}.mp4`, bytes, 'video/mp4')],
        error: null,
      };
    } catch (error) {
      return { ...done, key: null, files: [], error: reasonOf(error) };
    }
  }

  /** In the format asked for, and where that takes more bytes than the platform does, in the one that takes fewer. */
  async function drawFitting(asked: CardOrder, planned: Planned, variant: CardVariant): Promise<KeptFile[]> {
    const isOne = lookOf(planned).slide !== undefined;
    try {
      return await deps.files(asked, isOne);
    } catch (error) {
      const format = nextFormat(variant.platform ?? undefined, variant.format);
      if (format === null || !(error instanceof PullquoteError) || error.code !== 'over-budget') throw error;
      return deps.files(await order(planned, { ...variant, format }), isOne);
    }
  }

  async function makeSheet(n: number, { from, to }: Extract<Item, { kind: 'sheet' }>): Promise<DoneItem> {
    const cells = await Promise.all(
      plan.quotes.slice(from, to).map((planned, nth) => cellOf(planned, from + nth)),
    );
    const { show, title } = await findShown(deps.store, plan.episodeId);
    const count = plan.quotes.length;
    const sheet: Sheet = {
      title: show === title ? title : `${show}: ${title}`,
      note: cells.length === count ? `${count} quotes` : `${from + 1}–${to} of ${count} quotes`,
      cells,
    };
    const key = await cardKey({ sheet, version: SHEET_VERSION, drawerVersion: drawer.version });
    const done = { n, key, about: null, error: null };
    const kept = await known(key);
    if (kept !== null) return { ...done, files: kept, drawn: false };
    try {
      const bytes = await drawing(() => drawer.sheet(sheet));
      return {
        ...done,
        files: [await keepFile(deps.blobs, `sheets/${key}.png`, bytes, CONTENT_TYPES.png)],
        drawn: true,
      };
    } catch (error) {
      return { ...done, key: null, files: [], error: reasonOf(error), drawn: false };
    }
  }

  async function cellOf(planned: Planned, nth: number): Promise<SheetCell> {
    const variant = plan.variants.find((each) => !isClip(each));
    const number = String(nth + 1);
    const empty = { shown: null, label: number };
    if (isNone(planned) || variant === undefined) return empty;
    try {
      const { card, look } = await order(planned, variant);
      const label = [number, card.time?.label, card.speakers.map(({ name }) => name).join(', ')];
      return { shown: { card, look }, label: label.filter(Boolean).join(' · ') };
    } catch (error) {
      reasonOf(error);
      return empty;
    }
  }

  /** Runs the drawer. What it throws is the card's fault, whatever it is; but for the disk's. */
  async function drawing<T>(draw: () => Promise<T>): Promise<T> {
    try {
      return await draw();
    } catch (error) {
      if (error instanceof PullquoteError || isNoRoom(error)) throw error;
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
    if (item.kind === 'sheet') return makeSheet(n, item);
    const planned = plan.quotes[item.quote] ?? '';
    return isClip(item.variant) ? makeClip(n, planned, item.variant) : makeCard(n, planned, item.variant);
  };
}

/** Why an item has no file. @throws the error itself where no item is to blame */
function reasonOf(error: unknown): Reason {
  if (!(error instanceof PullquoteError)) throw error;
  return { code: error.code, message: error.message };
}
