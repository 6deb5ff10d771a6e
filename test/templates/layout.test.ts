import { describe, expect, test } from 'vitest';
import { drawnColors } from '../../src/brand/colors.ts';
import { contrast } from '../../src/brand/contrast.ts';
import { defaultBrand } from '../../src/brand/model.ts';
import { brandSchema } from '../../src/brand/schema.ts';
import { toHex } from '../../src/brand/oklch.ts';
import type { Layer, Shape, Size, SlotBox } from '../../src/layer/model.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templateNames, templates } from '../../templates/index.ts';
import { blank, COVER, fullShape, testLayers } from '../layer/deps.ts';

const sizes: Record<string, Size> = {
  ...SIZES,
  least: { width: 64, height: 64 },
  wide: { width: 4096, height: 1024 },
  high: { width: 700, height: 2800 },
};

const shapes: Record<string, Shape> = {
  full: { ...fullShape, question: true, mark: true },
  bare: { ...fullShape, photo: null, cover: null, speaker: false, time: false },
  'right to left slide': { ...fullShape, direction: 'rtl', slide: true },
};

const dark = brandSchema.parse({
  id: 'dark',
  name: 'Dark',
  colors: { background: '#101a2b', text: '#f2eee3', muted: '#44506a', accent: '#c2402c' },
});

/** With all a brand may have. */
const marked = { ...defaultBrand, handle: '@pullquote', logo: COVER };

const layoutOnly = testLayers({ rasterizer: async () => blank });

const cases = templateNames.flatMap((name) =>
  Object.keys(sizes).flatMap((size) => Object.keys(shapes).map((shape) => ({ name, size, shape }))),
);

async function slotsOf(
  name: (typeof templateNames)[number],
  size: string,
  shape: string,
): Promise<SlotBox[]> {
  const [box, parts] = [sizes[size], shapes[shape]];
  if (box === undefined || parts === undefined) throw new Error('No such case.');
  return (await layoutOnly.layer(templates[name], parts, marked, box, 1)).slots;
}

describe.each(cases)('$name at $size, $shape', ({ name, size, shape }) => {
  test('has its slots inside the card, apart from one another, with room for a line', async () => {
    const slots = await slotsOf(name, size, shape);
    const { width, height } = sizes[size] ?? { width: 0, height: 0 };
    for (const slot of slots) {
      expect(slot.left, slot.name).toBeGreaterThanOrEqual(0);
      expect(slot.top, slot.name).toBeGreaterThanOrEqual(0);
      expect(slot.left + slot.width, slot.name).toBeLessThanOrEqual(width);
      expect(slot.top + slot.height, slot.name).toBeLessThanOrEqual(height);
      expect(slot.height, slot.name).toBeGreaterThanOrEqual(slot.minSize * slot.lineHeight);
      expect(slot.maxSize, slot.name).toBeGreaterThanOrEqual(slot.minSize);
      const hang = Math.min((slot.hang ?? 0) * slot.maxSize, slot.hangRoom ?? Infinity);
      expect(Math.min(slot.left, width - slot.left - slot.width) - hang, slot.name).toBeGreaterThanOrEqual(0);
    }
    for (const [index, a] of slots.entries()) {
      for (const b of slots.slice(index + 1)) expect(overlap(a, b), `${a.name} on ${b.name}`).toBe(false);
    }
  });

  test('has each slot once, the quote among them, and those its shape asks for', async () => {
    const names = (await slotsOf(name, size, shape)).map((slot) => slot.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('quote');
    const { speaker, slide } = shapes[shape] ?? fullShape;
    expect(names).toContain(speaker ? 'speaker' : 'from');
    expect(names.includes('slide')).toBe(slide);
  });
});

function overlap(a: SlotBox, b: SlotBox): boolean {
  const across = a.left < b.left + b.width && b.left < a.left + a.width;
  return across && a.top < b.top + b.height && b.top < a.top + a.height;
}

test.each(templateNames)('%s keeps the words of a story out of what apps draw over it', async (name) => {
  for (const slot of await slotsOf(name, 'story', 'full')) {
    expect(slot.left, slot.name).toBeGreaterThanOrEqual(120);
    expect(slot.left + slot.width, slot.name).toBeLessThanOrEqual(960);
    expect(slot.top, slot.name).toBeGreaterThanOrEqual(269);
    const bottom = slot.top + slot.height;
    expect(bottom, slot.name).toBeLessThanOrEqual(1248);
    if (bottom > 840) expect(slot.left + slot.width, slot.name).toBeLessThanOrEqual(780);
  }
});

describe.each([
  ['light', defaultBrand],
  ['dark', dark],
])('on a %s brand', (_name, brand) => {
  test.each(templateNames)('the words of %s can be read on every pixel under them', async (name) => {
    for (const size of [SIZES.og, SIZES.square]) {
      const layer = await testLayers().layer(templates[name], fullShape, brand, size, 1);
      for (const slot of layer.slots) {
        const { color: own } = slot.lineFill ?? slot.bubble ?? {};
        const grounds = own === undefined ? coloursUnder(layer, slot) : [own];
        for (const ground of grounds) {
          expect(contrast(slot.color, ground), `${slot.name} on ${ground}`).toBeGreaterThanOrEqual(4.45);
          const { color: initial = slot.color } = slot.dropCap ?? {};
          expect(contrast(initial, ground), 'drop cap').toBeGreaterThanOrEqual(4.45);
        }
        const { fill, color } = slot.mark ?? {};
        if (fill && color) expect(contrast(color, fill), 'marked').toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

function coloursUnder({ pixels, width }: Layer, { left, top, width: across, height }: SlotBox): Set<string> {
  const found = new Set<string>();
  for (let y = Math.ceil(top); y < top + height; y++) {
    for (let x = Math.ceil(left); x < left + across; x++) {
      const at = (y * width + x) * 4;
      found.add(toHex(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0));
    }
  }
  return found;
}

test('the colours of a brand are repaired, not shipped, where they cannot be read', () => {
  const pale = drawnColors({ background: '#ffffff', text: '#dddddd', muted: '#eeeeee', accent: '#ffff00' });
  expect(contrast(pale.text, '#ffffff')).toBeGreaterThanOrEqual(7);
  expect(contrast(pale.muted, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(pale.accentText, '#ffffff')).toBeGreaterThanOrEqual(4.5);
});
