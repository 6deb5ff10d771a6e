/** Words of any length on any template and size: in their places, apart, legible. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assert, array, asyncProperty, constantFrom, integer, record, type Arbitrary } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { PullquoteError } from '../../src/errors.ts';
import { contrast } from '../../src/brand/contrast.ts';
import { type BrandColors, type BrandKit, defaultBrand } from '../../src/brand/model.ts';
import { brandSchema } from '../../src/brand/schema.ts';
import { toHex } from '../../src/brand/oklch.ts';
import type { Card, StatedSpeaker } from '../../src/card/model.ts';
import { placeCard, type Look, type PlacedCard } from '../../src/card/place.ts';
import type { SlotBox } from '../../src/layer/model.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import type { PlacedText, TextEngine } from '../../src/text/model.ts';
import { smarten } from '../../src/text/typography.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { joinWords } from '../../src/transcript/words.ts';
import { templateNames } from '../../templates/index.ts';
import { COVER, PHOTO } from '../layer/deps.ts';
import { cardOf } from './cards.ts';
import { openDrawing, orderOf, type Drawing } from './drawing.ts';

const SHARED = '../shared/transcripts';

/** Pixels by which a curve may stick out where it is drawn a little past its advance, as italics and `f` do. */
const OVERHANG = 0.14;

let drawing: Drawing;
beforeAll(async () => {
  drawing = await openDrawing();
});

interface Ink {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the glyphs and emoji of a text cover, in pixels of the card. */
function inkOf(text: TextEngine, placed: PlacedText): Ink[] {
  const glyphs = placed.glyphs.flatMap(({ font, glyph, x, y, size }) => {
    const box = boundsOf(text, font, glyph);
    if (box === null) return [];
    return [
      {
        left: x + box.left * size,
        right: x + box.right * size,
        top: y - box.bottom * size,
        bottom: y - box.top * size,
      },
    ];
  });
  const emoji = placed.emoji.map(({ x, y, width, height }) => ({
    left: x,
    right: x + width,
    top: y,
    bottom: y + height,
  }));
  return [...glyphs, ...emoji];
}

const bounds = new Map<string, Ink | null>();

/** Bounds of an outline in em, y up; control points count, which makes them a little large. */
function boundsOf(text: TextEngine, font: number, glyph: number): Ink | null {
  const key = `${font}/${glyph}`;
  const known = bounds.get(key);
  if (known !== undefined) return known;
  const { commands, unitsPerEm } = text.outline(font, glyph);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const pairs = [1, 1, 2, 3, 0];
  for (let i = 0; i < commands.length;) {
    const count = pairs[commands[i++] ?? 4] ?? 0;
    for (let pair = 0; pair < count; pair++) {
      const [x, y] = [(commands[i++] ?? 0) / unitsPerEm, (commands[i++] ?? 0) / unitsPerEm];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  const found = box.left === Infinity ? null : box;
  bounds.set(key, found);
  return found;
}

/** All that must hold of a card, whatever it says. */
function check({ layer, texts }: PlacedCard): void {
  const { text } = drawing.drawers;
  const covered: { slot: string; ink: Ink }[] = [];
  for (const placed of texts) {
    const slot = layer.slots.find(({ name }) => name === placed.slot);
    if (slot === undefined) throw new Error(`There is no slot ${placed.slot}.`);
    const ink = inkOf(text, placed);
    checkSize(slot, placed);
    for (const box of ink) checkInside(slot, placed, box, layer);
    const first = ink[0];
    if (first === undefined) continue;
    const all = ink.reduce(
      (a, b) => ({
        left: Math.min(a.left, b.left),
        top: Math.min(a.top, b.top),
        right: Math.max(a.right, b.right),
        bottom: Math.max(a.bottom, b.bottom),
      }),
      first,
    );
    for (const { slot: other, ink: before } of covered) {
      const across = all.left < before.right && before.left < all.right;
      const down = all.top < before.bottom && before.top < all.bottom;
      expect(across && down, `${placed.slot} on ${other}`).toBe(false);
    }
    covered.push({ slot: placed.slot, ink: all });
    checkContrast(slot, placed, all, layer);
    checkBubble(slot, placed, layer);
  }
}

/** A bubble lies within its slot, and no ink sticks out of it. */
function checkBubble(slot: SlotBox, placed: PlacedText, { width, height, dpr }: PlacedCard['layer']): void {
  const bubble = slot.bubble === undefined ? undefined : placed.fills[0];
  if (bubble === undefined) return;
  const slack = OVERHANG * placed.size;
  expect(bubble.y, slot.name).toBeGreaterThanOrEqual(slot.top - 1e-6);
  expect(bubble.y + bubble.height, slot.name).toBeLessThanOrEqual(slot.top + slot.height + 1e-6);
  expect(bubble.x + bubble.width, slot.name).toBeLessThanOrEqual(
    Math.min(width / dpr, slot.left + slot.width + slack),
  );
  expect(height / dpr).toBeGreaterThanOrEqual(bubble.y + bubble.height);
  for (const ink of inkOf(drawing.drawers.text, placed)) {
    expect(ink.top, `${slot.name} in its bubble`).toBeGreaterThanOrEqual(bubble.y - slack);
    expect(ink.bottom, `${slot.name} in its bubble`).toBeLessThanOrEqual(bubble.y + bubble.height + slack);
    expect(ink.left, `${slot.name} in its bubble`).toBeGreaterThanOrEqual(bubble.x - slack);
    expect(ink.right, `${slot.name} in its bubble`).toBeLessThanOrEqual(bubble.x + bubble.width + slack);
  }
}

function checkSize(slot: SlotBox, placed: PlacedText): void {
  expect(placed.fits, slot.name).toBe(true);
  expect(placed.size, slot.name).toBeGreaterThanOrEqual(slot.minSize - 1e-6);
  expect(placed.size, slot.name).toBeLessThanOrEqual(slot.maxSize + 1e-6);
}

function checkInside(
  slot: SlotBox,
  placed: PlacedText,
  ink: Ink,
  { width, height, dpr }: PlacedCard['layer'],
): void {
  const slack = OVERHANG * placed.size;
  const hang = Math.min((slot.hang ?? 0) * placed.size, slot.hangRoom ?? Infinity) + slack;
  expect(ink.left, `${slot.name} left`).toBeGreaterThanOrEqual(slot.left - hang);
  expect(ink.right, `${slot.name} right`).toBeLessThanOrEqual(slot.left + slot.width + hang);
  // A slot that follows another is moved up, never down.
  if (slot.follows === undefined)
    expect(ink.top, `${slot.name} top`).toBeGreaterThanOrEqual(slot.top - slack);
  expect(ink.bottom, `${slot.name} bottom`).toBeLessThanOrEqual(slot.top + slot.height + slack);
  expect(Math.min(ink.left, ink.top), slot.name).toBeGreaterThanOrEqual(0);
  expect(ink.right, slot.name).toBeLessThanOrEqual(width / dpr);
  expect(ink.bottom, slot.name).toBeLessThanOrEqual(height / dpr);
}

/** On the pixels where the lines have ink, or on what the text itself puts under them. */
function checkContrast(
  slot: SlotBox,
  placed: PlacedText,
  ink: Ink,
  { pixels, width }: PlacedCard['layer'],
): void {
  const own = slot.lineFill ?? slot.bubble;
  if (own !== undefined) {
    expect(contrast(slot.color, own.color), slot.name).toBeGreaterThanOrEqual(4.5);
    return;
  }
  for (const { left: start, width: advance, baseline } of placed.lines) {
    // A mark as wide as a Han character is half white, and the white may hang out of the card.
    const left = Math.max(start, ink.left);
    const across = Math.min(start + advance, ink.right) - left;
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      const at = (Math.round(baseline - placed.size * 0.2) * width + Math.round(left + across * part)) * 4;
      const ground = toHex(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      expect(contrast(slot.color, ground), `${slot.name} on ${ground}`).toBeGreaterThanOrEqual(4.45);
    }
  }
}

/** Checks every slide; what does not fit on any number of slides must say so. */
async function checkCard(card: Card, look: Partial<Look>): Promise<void> {
  let count = 1;
  for (let slide = 1; slide <= count; slide++) {
    const order = orderOf({ card, look: { ...look, slide } });
    let placed: PlacedCard;
    try {
      placed = await placeCard(drawing.drawers, card, order.look);
    } catch (error) {
      if (error instanceof PullquoteError && error.code === 'does-not-fit') return;
      throw error;
    }
    check(placed);
    count = placed.slide?.count ?? 1;
  }
}

const WORDS: Record<string, readonly string[]> = {
  en: 'a tide is never late, the harbour knows: “mud” smells—like Wednesday. I’ve counted 1,204 gulls! (twice) unbelievably'.split(
    ' ',
  ),
  de: 'Die Gezeitenvorhersagetafel hängt schief; niemand fragt, ob sie recht hat. Hafenmeisterwohnungsschlüssel „fehlt“ übrigens.'.split(
    ' ',
  ),
  ar: 'البحر لا يقرأ الجداول، لكنه لا يتأخر أبدًا. الميناء يعرف موعده؟'.split(' '),
  ja: '海は 時刻表を 読みません。 でも、 遅れた ことは 一度も ない のです！'.split(' '),
  my: 'မနက်တိုင်း ကျွန်တော်တို့ မြစ်ကမ်းမှာ ထိုင်ပြီး အဘိုးရဲ့ ပုံပြင်တွေကို နားထောင်ခဲ့တယ်။'.split(' '),
  km: 'រាល់ព្រឹក យើងអង្គុយ នៅមាត់ទន្លេ ស្តាប់ជីតា និទានរឿង។'.split(' '),
  hi: 'समुद्र समय-सारणी नहीं पढ़ता, फिर भी कभी देर नहीं करता।'.split(' '),
};

const words: Arbitrary<{ language: string; text: string }> = record({
  language: constantFrom(...Object.keys(WORDS)),
  picks: array(integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 140 }),
}).map(({ language, picks }) => {
  const list = WORDS[language] ?? [];
  const text = picks.map((pick) => list[pick % list.length]).join(language === 'ja' ? '' : ' ');
  return { language, text };
});

const look = record({
  template: constantFrom(...templateNames),
  size: constantFrom(
    ...Object.values(SIZES),
    { width: 400, height: 300 },
    { width: 900, height: 300 },
    { width: 64, height: 64 },
    { width: 4096, height: 64 },
    { width: 300, height: 2000 },
  ),
  brand: constantFrom(
    defaultBrand,
    brandOf('loud', { background: '#ffffff', text: '#ffff00', muted: '#eeee88', accent: '#ffee00' }),
    brandOf('grey', { background: '#808080', text: '#8a8a8a', muted: '#777777', accent: '#909090' }),
    brandOf('dark', { background: '#101a2b', text: '#f2eee3', muted: '#44506a', accent: '#c2402c' }),
    // Its colours are the cover's.
    { ...brandOf('covered', null), handle: '@covered', logo: COVER, corner: 0 },
  ),
});

function brandOf(id: string, colors: BrandColors | null): BrandKit {
  return brandSchema.parse({ id, name: id, colors });
}

const person: StatedSpeaker = { name: 'Ida Holm', role: 'Pilot', photo: PHOTO };
const parts = record({
  speakers: constantFrom<StatedSpeaker[]>(
    [person],
    [person, { ...person, name: 'Jon Vik' }],
    [],
    [{ ...person, name: 'Ida '.repeat(40).trim(), role: null }],
  ),
  time: constantFrom(null, { label: '≈ 1:13:36', startMs: 4_416_000, exact: false }),
  episode: constantFrom('Gulls', 'On the nature of gulls and of those who count them '.repeat(4).trim()),
  cover: constantFrom(null, COVER),
});

describe('no glyph outside its slot and hanging margin, no slot on another, no type below the smallest, contrast everywhere', () => {
  test('for words of all lengths in seven languages, at any size, in any colours', async () => {
    await assert(
      asyncProperty(words, look, parts, async ({ language, text }, asked, fields) => {
        await checkCard(cardOf(smarten(text, language, { within: true }), { ...fields, language }), asked);
      }),
      { numRuns: 200 },
    );
  });

  const files = existsSync(SHARED)
    ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.vtt'))
        .slice(0, 4)
    : [];
  test.skipIf(files.length === 0)(
    'for sentences of real transcripts (left out where ../shared/transcripts is not there)',
    async () => {
      for (const file of files) {
        const transcript = parseTranscript(new Uint8Array(readFileSync(`${SHARED}/${file}`)), {
          fileName: file,
        });
        const { text } = normalize(transcript, { language: transcript.language ?? 'en' });
        const step = Math.ceil(text.sentences.length / 12);
        for (const [index, { wordFrom, wordTo }] of text.sentences.entries()) {
          if (index % step !== 0) continue;
          const said = smarten(joinWords(text.words, wordFrom, wordTo), 'en', { within: true });
          const template = templateNames[index % templateNames.length] ?? 'classic';
          await checkCard(cardOf(said), {
            template,
            size: index % 2 === 0 ? SIZES.og : SIZES.story,
            missing: 'replace',
          });
        }
      }
    },
  );
});
