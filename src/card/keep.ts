/** Pictures in blobs, with what was found out when they were drawn. */
import type { Blobs } from '../blobs/port.ts';
import type { CardDrawer, CardOrder } from './draw.ts';
import type { Fitted } from './encode.ts';
import { CONTENT_TYPES } from './format.ts';
import { mayBeSlide } from './shown.ts';

/**
 * Keeps what a drawer fits under the name it is asked for with, in the thread that drew it: nobody else needs the bytes for that.
 * @param onError told of a picture that could not be kept: the reader gets it all the same
 */
export function keepingDrawer(
  drawer: CardDrawer,
  blobs: Blobs,
  onError: (error: unknown) => void,
): CardDrawer {
  return {
    ...drawer,
    async fit(order, name) {
      const fitted = await drawer.fit(order);
      if (name !== undefined) await keep(blobs, order, name, fitted).catch(onError);
      return fitted;
    },
  };
}

async function keep(
  blobs: Blobs,
  order: CardOrder,
  name: string,
  { bytes, how, alt }: Fitted,
): Promise<void> {
  const encoder = new TextEncoder();
  if (alt !== undefined) await blobs.put(altName(name), encoder.encode(alt), 'text/plain');
  if (order.maxBytes !== undefined) await blobs.put(howName(name), encoder.encode(how), 'text/plain');
  await blobs.put(name, bytes, CONTENT_TYPES[order.format]);
}

/** What was kept with a picture: how it was made to fit, where that was asked for, and what it says where it is a slide. */
export async function keptWith(blobs: Blobs, order: CardOrder, name: string): Promise<Omit<Fitted, 'bytes'>> {
  const [how, alt] = await Promise.all([
    order.maxBytes === undefined ? null : blobs.get(howName(name)),
    mayBeSlide(order) ? blobs.get(altName(name)) : null,
  ]);
  const decoder = new TextDecoder();
  return {
    how: how === null ? order.format : decoder.decode(how),
    ...(alt === null ? {} : { alt: decoder.decode(alt) }),
  };
}

/** Where it is kept how a picture came to fit. */
function howName(name: string): string {
  return `${name}.how`;
}

/** Where it is kept what a slide says. */
function altName(name: string): string {
  return `${name}.alt`;
}
