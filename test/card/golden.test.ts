/**
 * Cards as they were looked at and found good, kept in `test/golden/`. After a change of look that is meant, run
 * `UPDATE_GOLDEN=1 npx vitest run test/card/golden.test.ts`, look at every picture that changed, and commit them.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { brandSchema } from '../../src/brand/schema.ts';
import type { Card } from '../../src/card/model.ts';
import { placeCard, type Look } from '../../src/card/place.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templateNames } from '../../templates/index.ts';
import { COVER, PHOTO } from '../layer/deps.ts';
import { cardOf } from './cards.ts';
import { openDrawing, orderOf } from './drawing.ts';

const FOLDER = 'test/golden/';
/** Most a channel of a pixel may differ, of 255: less than an eye sees, more than another order of the same sums gives. */
const TOLERANCE = 8;

const WORDS = 'A tide table is a promise about water, made by people who have never met your harbour.';
const LONG = `${WORDS} Every morning the pilot reads it aloud, and every morning the old men on the quay laugh, because the moon has not read it. They look at the mud, they smell the wind, and they are right by ten minutes, which is all a boat needs. When the mud is dark and the gulls walk instead of flying, you have until breakfast. When the ropes dry white, you have missed it, and no printed page will bring the water back. My grandfather kept the page all the same, folded in his cap, and when I asked him why, he said that a wrong clock is still a thing two people can disagree about, and that a harbour without disagreement is only a parking place for boats.`;

const speaker = { name: 'Mika Haddad', role: 'Elevator engineer', photo: PHOTO };
const full = { speakers: [speaker], cover: COVER };
const bare = { speakers: [], time: null, publishedAt: null };
const night = brandSchema.parse({
  id: 'night',
  name: 'Night',
  colors: { background: '#101a2b', text: '#f2eee3', muted: '#8e9bb3', accent: '#ff7a59' },
  fonts: { body: 'inter', display: 'newsreader' },
  corner: 1,
  handle: '@nightferry',
  logo: COVER,
});

interface Case {
  words?: string;
  card?: Partial<Card>;
  look?: Partial<Look>;
}

const cases: Record<string, Case> = {
  ...Object.fromEntries(templateNames.map((template) => [`${template}-og`, { look: { template } }])),
  ...Object.fromEntries(
    templateNames.map((template) => [`${template}-square`, { look: { template, size: SIZES.square } }]),
  ),
  'classic-story': { look: { template: 'classic', size: SIZES.story } },
  'portrait-story': { look: { template: 'portrait', size: SIZES.story } },
  'waveform-pin': { look: { template: 'waveform', size: SIZES.pin } },
  'bold-x-one-word': { words: 'Never.', look: { template: 'bold', size: SIZES.x } },
  'portrait-bare': { card: bare, look: { template: 'portrait' } },
  'artwork-bare': { card: { ...bare, cover: null }, look: { template: 'artwork' } },
  'editorial-night': { look: { template: 'editorial', brand: night } },
  'artwork-night': { look: { template: 'artwork', brand: night } },
  'highlighter-mark': { look: { template: 'highlighter', mark: 'a promise about water' } },
  'bold-mark': { look: { template: 'bold', mark: 'a promise about water' } },
  'classic-slide-1': { words: LONG, look: {} },
  'classic-slide-2': { words: LONG, look: { slide: 2 } },
  'dialogue-question': {
    words: `How do you know the water? ${WORDS}`,
    card: {
      exchange: {
        asker: 'Jon Vik',
        question: 'How do you know the water?',
        answerer: speaker,
        answer: WORDS,
      },
    },
    look: { template: 'dialogue' },
  },
  'classic-arabic': {
    words: 'البحر لا يقرأ الجداول، لكنه لا يتأخر أبدا.',
    card: { language: 'ar', show: 'ميناء بارد', episode: 'النوارس' },
  },
  'waveform-arabic': { words: 'البحر لا يقرأ الجداول.', look: { template: 'waveform' } },
  'editorial-japanese': {
    words: '海は時刻表を読みません。でも、遅れたことは一度もないのです。',
    look: { template: 'editorial' },
  },
  'editorial-drop-cap': {
    words: LONG.slice(0, LONG.indexOf(' When the mud')),
    look: { template: 'editorial', brand: night, size: SIZES.square },
  },
  'bold-story': { look: { template: 'bold', size: SIZES.story } },
  'dialogue-story': { look: { template: 'dialogue', size: SIZES.story } },
  'waveform-story': { look: { template: 'waveform', size: SIZES.story } },
  'classic-myanmar': {
    words: 'မနက်တိုင်း ကျွန်တော်တို့ မြစ်ကမ်းမှာ ထိုင်ပြီး အဘိုးရဲ့ ပုံပြင်တွေကို နားထောင်ခဲ့တယ်။',
    card: { language: 'my', show: 'ဆိပ်ကမ်း', episode: 'ဇင်ယော်' },
  },
  'bold-emoji': { words: 'The moon has not read it. 🌊', look: { template: 'bold' } },
};

describe('a card looks as it did', async () => {
  const { drawers, raster } = await openDrawing();

  test.each(Object.entries(cases))('%s', async (name, { words = WORDS, card = {}, look = {} }) => {
    const order = orderOf({ card: cardOf(words, { ...full, ...card }), look });
    const scene = await placeCard(drawers, order.card, order.look);
    const { width, height, rgba } = raster.pixels(scene);
    const path = `${FOLDER}${name}.png`;
    if (process.env['UPDATE_GOLDEN'] !== undefined)
      await writeFile(path, raster.png(scene, { effort: 'max' }));
    expect(existsSync(path), `${path} is there (made with UPDATE_GOLDEN=1)`).toBe(true);
    const kept = PNG.sync.read(await readFile(path));
    expect([width, height]).toEqual([kept.width, kept.height]);
    let off = 0;
    for (let i = 0; i < rgba.length; i++) off = Math.max(off, Math.abs((rgba[i] ?? 0) - (kept.data[i] ?? 0)));
    expect(off, 'largest difference of a channel').toBeLessThanOrEqual(TOLERANCE);
  });
});

test('every picture kept belongs to a case', async () => {
  const kept = (await readdir(FOLDER)).toSorted();
  expect(kept).toEqual(
    Object.keys(cases)
      .map((name) => `${name}.png`)
      .toSorted(),
  );
});
