import type { Blobs } from '../blobs/port.ts';
import { drawnColors } from '../brand/colors.ts';
import { type BrandKit, defaultBrand, defaultColors } from '../brand/model.ts';
import { canonicalJson } from '../canonical-json.ts';
import { Kept } from '../kept.ts';
import { sha256 } from '../sha256.ts';
import { LAYER_VERSION } from './key.ts';
import { madeOfPictures, type MadeOfPictures } from './made.ts';
import type { Layer, Shape, Size, SlotBox } from './model.ts';
import { packLayer, unpackLayer } from './pack.ts';
import { toPicture } from './picture.ts';
import type { Rasterizer } from './rasterizer.ts';
import type { Draw } from './satori.ts';
import { slotBox } from './slot.tsx';
import type { Picture, Template, TemplateInput } from './template.ts';
import { unclipped } from './unclipped.ts';

export interface LayerDeps {
  draw: Draw;
  /** Asked for only when a layer must be drawn, so that it may be loaded late. */
  rasterizer: () => Promise<Rasterizer>;
  /** The bytes of a picture in blobs. */
  pictures: (digest: string) => Promise<Uint8Array>;
  /** A layer drawn before the service was put in place, by its key. */
  ahead: (key: string) => Promise<Uint8Array | null>;
  /** Where drawn layers are kept, by their key. */
  blobs: Blobs;
  /** Most bytes of packed layers held in memory; those used last stay. */
  maxBytes: number;
  /** Told when a layer could not be kept or what was kept is broken: the card is made all the same. */
  onError: (error: unknown) => void;
}

export interface Layers {
  /**
   * The layer of a template for a shape, brand and size: from memory, else from blobs, else drawn once.
   * @param dpr device pixels a CSS pixel, 0.5 to 3
   * @throws PullquoteError `bad-image` for a picture that cannot be drawn
   */
  layer(template: Template, shape: Shape, brand: BrandKit, size: Size, dpr: number): Promise<Layer>;
}

/** A layer none of so many cards was drawn on makes room for the next: packs draw all of a size, then all of the next. */
const PASSED = 100;

/** Layers behind a bounded memory and blobs. Two callers who want the same layer at once share one drawing. */
export function createLayers(deps: LayerDeps): Layers {
  const drawing = { ...deps, made: madeOfPictures() };
  const held = new Kept<Layer>(deps.maxBytes);
  const coming = new Map<string, Promise<Packed>>();

  return {
    async layer(template, shape, brand, size, dpr) {
      const seen = visibleTo(template, shape, brand);
      const { name, revision } = template;
      const identity = [LAYER_VERSION, name, revision, seen.shape, seen.brand, size, dpr];
      // Fields in another order would only be another layer in memory.
      const id = JSON.stringify(identity);
      const known = held.get(id);
      if (known !== undefined) return known;
      const pending = coming.get(id);
      if (pending !== undefined) return (await pending).layer;
      const made = fetchOrDraw(drawing, canonicalJson(identity), { template, ...seen, size, dpr });
      coming.set(id, made);
      try {
        const { layer, bytes } = await made;
        while (held.dropOldest(null, PASSED));
        held.set(id, layer, bytes);
        return layer;
      } finally {
        coming.delete(id);
      }
    },
  };
}

/** A layer whose pixels are packed, and how many bytes that takes. */
interface Packed {
  layer: Layer;
  bytes: number;
}

type DrawingDeps = LayerDeps & { made: MadeOfPictures };

interface Order {
  template: Template;
  shape: Shape;
  brand: BrandKit;
  size: Size;
  dpr: number;
}

/**
 * Shape and brand without what a template does not draw: pictures it does not use and all that only words show, as fonts and the
 * handle's letters, so that these make no layers of their own.
 */
function visibleTo(template: Template, shape: Shape, brand: BrandKit): { shape: Shape; brand: BrandKit } {
  const uses = new Set(template.uses);
  const { focus, ...others } = shape;
  const needsCover = uses.has('cover') || uses.has('art') || brand.colors === null;
  return {
    shape: {
      ...others,
      // Templates draw no words: cards of all languages that run the same way share their layers.
      language: 'und',
      ...(focus !== undefined && uses.has('photo') ? { focus } : {}),
      photo: uses.has('photo') ? shape.photo : null,
      cover: needsCover ? shape.cover : null,
    },
    brand: {
      ...defaultBrand,
      colors: brand.colors,
      corner: brand.corner,
      photo: brand.photo,
      logo: uses.has('logo') ? brand.logo : null,
      // Whether there is one decides where the rest goes.
      handle: brand.handle === null ? null : '@',
    },
  };
}

async function fetchOrDraw(deps: DrawingDeps, id: string, order: Order): Promise<Packed> {
  const key = await sha256(id);
  const name = `layers/${key}`;
  const kept =
    (await keptLayer(deps, () => deps.ahead(key))) ?? (await keptLayer(deps, () => deps.blobs.get(name)));
  if (kept !== null) return kept;
  const packed = packLayer(await drawLayer(deps, key, order));
  await deps.blobs.put(name, packed, 'application/octet-stream').catch(deps.onError);
  return keptOf(packed);
}

function keptOf(packed: Uint8Array): Packed {
  return { layer: unpackLayer(packed), bytes: packed.length };
}

/** A layer that is kept; `null` where there is none or its bytes are no good, which costs no more than a drawing. */
async function keptLayer(
  { onError }: LayerDeps,
  read: () => Promise<Uint8Array | null>,
): Promise<Packed | null> {
  const bytes = await read();
  if (bytes === null) return null;
  try {
    return keptOf(bytes);
  } catch (error) {
    onError(error);
    return null;
  }
}

async function drawLayer(deps: DrawingDeps, key: string, order: Order): Promise<Layer> {
  const { template, size, dpr } = order;
  const input = await inputOf(deps, order);
  const slots: SlotBox[] = [];
  const shown = new Map<string, Size>();
  const svg = await deps.draw(template.draw(input), size, (node) => {
    const slot = slotBox(node);
    if (slot !== null) slots.push(slot);
    const { src } = node.props;
    if (src === undefined) return;
    // A picture may be drawn twice, as cover and as logo: the larger place decides.
    const before = shown.get(src);
    const { width, height } = node;
    if (before === undefined || width * height > before.width * before.height)
      shown.set(src, { width, height });
  });
  const rasterizer = await deps.rasterizer();
  const { photo, cover, logo } = input.pictures;
  let drawn = svg;
  for (const [picture, digest] of [
    [photo, order.shape.photo],
    [cover, order.shape.cover],
    [logo, order.brand.logo],
  ] as const) {
    const box = picture === null ? undefined : shown.get(picture.src);
    if (picture === null || digest === null || box === undefined) continue;
    const scale = dpr * Math.max(box.width / picture.width, box.height / picture.height);
    drawn = drawn.replaceAll(picture.src, () => deps.made.small(rasterizer, digest, picture, scale));
  }
  return { key, ...rasterizer.rasterize(unclipped(drawn), dpr), dpr, slots, svg };
}

async function inputOf(deps: DrawingDeps, { template, shape, brand, size }: Order): Promise<TemplateInput> {
  const load = async (digest: string | null): Promise<Picture | null> =>
    digest === null ? null : toPicture(await deps.pictures(digest));
  const [photo, cover, logo] = await Promise.all([load(shape.photo), load(shape.cover), load(brand.logo)]);
  const fromArt = template.uses.some((part) => part === 'art') || brand.colors === null;
  const art =
    fromArt && cover !== null && shape.cover !== null
      ? deps.made.palette(await deps.rasterizer(), shape.cover, cover)
      : null;
  const colors = drawnColors(brand.colors ?? art ?? defaultColors);
  return {
    shape,
    size,
    pictures: { photo, cover, logo },
    art: art === null ? null : drawnColors(art),
    brand: { ...brand, colors, photo: { ...brand.photo, focus: shape.focus ?? brand.photo.focus } },
  };
}
