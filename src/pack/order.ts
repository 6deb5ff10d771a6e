/** From a quote of a plan and a way to draw it to all that its card depends on. */
import { PullquoteError } from '../errors.ts';
import { brandOf } from '../card/brand.ts';
import { type CardDeps, orderOf } from '../card/create.ts';
import { slideOf, type CardOrder } from '../card/draw.ts';
import { parseImageParams } from '../card/params.ts';
import { findSubject, type Subject } from '../card/subject.ts';
import { once } from '../store/once.ts';
import type { Store } from '../store/port.ts';
import { askedOf, lookOf, type Planned } from './plan.ts';
import type { CardVariant } from './request.ts';

/** The superseded quotes a quote may have before it; more are a loop. */
const MAX_SUCCESSORS = 10;

export interface Orders {
  /** The words of a quote, read once. */
  subject(planned: Planned): Promise<Subject>;
  /** What its brand sets to be posted with it. */
  hashtags(planned: Planned): Promise<readonly string[]>;
  /** @throws PullquoteError why there is no such card */
  order(planned: Planned, variant: CardVariant): Promise<CardOrder>;
}

export function orders({ store, config }: Pick<CardDeps, 'store' | 'config'>): Orders {
  const read = reader(store);
  const subject = once((quote: string) => findCurrent(read, quote));
  return {
    subject: (planned) => subject(askedOf(planned)),
    async hashtags(planned) {
      const brand = await brandOf(read, lookOf(planned).brand, await subject(askedOf(planned)));
      return brand.hashtags;
    },
    async order(planned, { template, size, platform, format }) {
      const look = lookOf(planned);
      const asked = {
        template: look.template ?? template,
        brand: look.brand,
        mark: look.mark,
        lang: look.lang,
        slide: look.slide,
        size,
        for: platform,
      };
      const given = Object.entries(asked).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [[name, String(value)]],
      );
      const params = parseImageParams(new URLSearchParams(given), config.maxPixels);
      const order = await orderOf({ store: read, config }, await subject(askedOf(planned)), params, format);
      return look.slide === undefined ? order : slideOf(order, look.slide);
    },
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

/** The store with what many cards need read once: words, episodes, shows, brands. */
function reader(store: Store): Store {
  return {
    ...store,
    episode: once(store.episode),
    show: once(store.show),
    current: once(store.current),
    brand: once(store.brand),
  };
}
