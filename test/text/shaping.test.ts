import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FamilyIndex } from '../../src/text/font-index.ts';
import { HarfBuzz } from '../../src/text/harfbuzz.ts';
import { loadTextModules } from '../../src/text/modules-node.ts';

const dist = new URL('../../dist/', import.meta.url);
const hasHbShape = spawnSync('hb-shape', ['--version']).status === 0;

interface Case {
  family: string;
  slice: string;
  script: string;
  language: string;
  rtl: boolean;
  axes: Record<string, number>;
  words: string[];
}

const wght = { wght: 600 };
const base = { rtl: false, axes: wght };
const cases: Case[] = [
  { ...base, family: 'inter', slice: 'latin', script: 'Latn', language: 'en', axes: { wght: 560, opsz: 28 }, words: ['Tomorrow', 'AVATAR', 'office', '(1987)', 'l’été'] },
  { ...base, family: 'source-serif', slice: 'latin', script: 'Latn', language: 'de', axes: { wght: 500, opsz: 36 }, words: ['Größe', 'Waffel', 'fjord'] },
  { ...base, family: 'inter', slice: 'cyrillic', script: 'Cyrl', language: 'bg', words: ['дедушка', 'град'] },
  { ...base, family: 'inter', slice: 'greek', script: 'Grek', language: 'el', words: ['θάλασσα', 'άνεμο'] },
  { ...base, family: 'inter', slice: 'vietnamese', script: 'Latn', language: 'vi', words: ['ữề', 'ốẹấ'] },
  { ...base, family: 'noto-sans-arabic', slice: 'arabic', script: 'Arab', language: 'ar', rtl: true, words: ['الكلمةُ', 'الطيّبة', 'لا', 'يُغلق', 'أَللَّه'] },
  { ...base, family: 'noto-serif-arabic', slice: 'arabic', script: 'Arab', language: 'fa', rtl: true, words: ['می‌خواهم', 'گربه‌ها', '۱۲۳۴'] },
  { ...base, family: 'noto-sans-hebrew', slice: 'hebrew', script: 'Hebr', language: 'he', rtl: true, words: ['שָׁלוֹם', 'משפחות'] },
  { ...base, family: 'noto-sans-devanagari', slice: 'devanagari', script: 'Deva', language: 'hi', words: ['कहानियाँ', 'बूढ़ा', 'बच्चों', 'क्षत्रिय', 'र्कि'] },
  { ...base, family: 'noto-sans-devanagari', slice: 'devanagari', script: 'Deva', language: 'mr', words: ['श्र', 'ल'] },
  { ...base, family: 'noto-sans-bengali', slice: 'bengali', script: 'Beng', language: 'bn', words: ['প্রতিদিন', 'গল্প', 'সময়'] },
  { ...base, family: 'noto-sans-tamil', slice: 'tamil', script: 'Taml', language: 'ta', words: ['ஒவ்வொரு', 'கதைகள்', 'ஸ்ரீ'] },
  { ...base, family: 'noto-sans-thai', slice: 'thai', script: 'Thai', language: 'th', words: ['แม่น้ำ', 'ที่นี่', 'ปู่'] },
]; // prettier-ignore

interface Shaped {
  g: number;
  cl: number;
  ax: number;
  dx: number;
  dy: number;
}

async function fontFile(family: string, slice: string): Promise<URL> {
  const index: FamilyIndex = JSON.parse(
    await readFile(new URL(`assets/fonts/${family}/index.json`, dist), 'utf8'),
  );
  const file = index.styles.normal.find((entry) => entry.file.startsWith(`${slice}-normal`))?.file ?? '';
  return new URL(`assets/fonts/${family}/${file}`, dist);
}

function hbShape(file: URL, word: string, { axes, rtl, script, language }: Case): Shaped[] {
  const { stdout } = spawnSync(
    'hb-shape',
    [
      `--variations=${Object.entries(axes)
        .map(([tag, value]) => `${tag}=${value}`)
        .join(',')}`,
      `--direction=${rtl ? 'rtl' : 'ltr'}`,
      `--script=${script}`,
      `--language=${language}`,
      '--no-glyph-names',
      '--remove-default-ignorables',
      '--utf8-clusters',
      '--output-format=json',
      fileURLToPath(file),
      word,
    ],
    { encoding: 'utf8' },
  );
  return JSON.parse(stdout);
}

describe('HarfBuzz.shape', () => {
  let hb: HarfBuzz;
  beforeAll(async () => {
    hb = new HarfBuzz(await loadTextModules(new URL('wasm/', dist)));
  });

  test.skipIf(!hasHbShape).each(cases)(
    'gives the glyphs and places of hb-shape (Debian package libharfbuzz-bin): $family $language',
    async (sample) => {
      const file = await fontFile(sample.family, sample.slice);
      const font = hb.openFont(hb.openFace(new Uint8Array(await readFile(file))), sample.axes);
      for (const word of sample.words) {
        const run = hb.shape(font, word, { ...sample, ligatures: true });
        const theirs = hbShape(file, word, sample);
        expect(Array.from(run.glyphs), word).toEqual(theirs.map(({ g }) => g));
        // Versions of HarfBuzz round interpolated places differently by a unit of a thousandth of an em.
        for (const [i, { ax, dx, dy }] of theirs.entries()) {
          const off = [ax - (run.advances[i] ?? 0), dx - (run.dx[i] ?? 0), dy - (run.dy[i] ?? 0)];
          expect(Math.max(...off.map(Math.abs)), `${word}, glyph ${i}`).toBeLessThanOrEqual(1);
        }
      }
    },
  );

  test('draws a heavier weight with the outlines of that weight', async () => {
    const face = hb.openFace(new Uint8Array(await readFile(await fontFile('inter', 'latin'))));
    const width = (weight: number): number => {
      const font = hb.openFont(face, { wght: weight, opsz: 14 });
      const { glyphs, advances } = hb.shape(font, 'n', {
        rtl: false,
        script: 'Latn',
        language: 'en',
        ligatures: true,
      });
      const outline = hb.outline(font, glyphs[0] ?? 0);
      expect(outline.length).toBeGreaterThan(20);
      return advances[0] ?? 0;
    };
    expect(width(800)).toBeGreaterThan(width(400));
  });

  test('gives memory back: opening and closing a face a thousand times does not grow it', async () => {
    const bytes = new Uint8Array(await readFile(await fontFile('inter', 'latin')));
    const modules = await loadTextModules(new URL('wasm/', dist));
    const fresh = new HarfBuzz(modules);
    const cycle = (): void => {
      const face = fresh.openFace(bytes);
      const font = fresh.openFont(face, { wght: 500 });
      fresh.shape(font, 'river', { rtl: false, script: 'Latn', language: 'en', ligatures: true });
      fresh.closeFont(font);
      fresh.closeFace(face);
    };
    for (let i = 0; i < 20; i++) cycle();
    const before = fresh.memoryBytes;
    for (let i = 0; i < 1000; i++) cycle();
    expect(fresh.memoryBytes).toBe(before);
  });
});
