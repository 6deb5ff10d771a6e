/** Where Japanese lines end: as a reader would cut the phrases (and BudouX does), never inside a word. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { TextEngine } from '../../src/text/model.ts';
import { openEngine } from './engine.ts';

let engine: TextEngine;
beforeAll(async () => {
  engine = await openEngine();
});

/** Phrases, parted by `|`. Lines may end only there. */
const PHRASES = [
  '毎日|聞こえてくる|謝罪は、|礼儀正しいだけの|ただの|雑音に|なってしまうんです。',
  '最初の|一週間は、|みんな|返事を|していました。',
  '二か月目には|腹を|立てて|いました。',
  '機械に|声を|与えると|いうことは、|その|声を|聞かない|自由も|人に|与えると|いうことです。',
  'エレベーターは|四十秒の|あいだ、|あなたと|一緒に|いるだけです。',
];

async function linesOf(text: string, width: number): Promise<string[]> {
  const request = {
    slot: {
      name: 'quote' as const,
      font: 'display' as const,
      weight: 500,
      color: '#000000',
      minSize: 20,
      maxSize: 120,
      lineHeight: 1.3,
      align: 'start' as const,
      verticalAlign: 'top' as const,
      overflow: 'split' as const,
      balance: true,
      left: 0,
      top: 0,
      width,
      height: 360,
    },
    content: { text, language: 'ja', direction: 'ltr' as const },
    families: { body: 'inter', display: 'inter' },
    missing: 'refuse' as const,
  };
  await engine.prepare([request]);
  return engine.place(request).lines.map((line) => line.text);
}

describe.each([540, 660, 800])('in a slot of %i pixels', (width) => {
  test.each(PHRASES)('%s', async (phrases) => {
    const text = phrases.replaceAll('|', '');
    const ends = new Set<number>();
    let at = 0;
    for (const phrase of phrases.split('|')) ends.add((at += phrase.length));
    let to = 0;
    const lines = await linesOf(text, width);
    for (const line of lines) {
      to += line.length;
      expect(ends, `after ${line} of ${lines.join(' / ')}`).toContain(to);
    }
  });
});
