import { describe, expect, test } from 'vitest';
import { notesOf, readNote } from '../../src/highlight/notes.ts';

describe('notesOf', () => {
  test('reads HTML: blocks are lines, entities are characters, nothing of a script is text', () => {
    const source = `<h2>Show notes</h2><script>alert("We never talk about this")</script>
      <!-- a hidden note about pears --><p>Why Ann <b>never</b> sells apples &amp; pears</p>
      <ul><li>The year the bees left<br>How a loan bought the orchard</li></ul><style>p { color: red }`;
    expect(notesOf(source)).toEqual([
      'Why Ann never sells apples & pears',
      'The year the bees left',
      'How a loan bought the orchard',
    ]);
  });

  test('reads Markdown: marks, links and emphasis are left out', () => {
    const source = [
      '# Chapters',
      '- **Why bees** never read _maps_',
      '2. The [orchard loan](https://example.com/loan) of 1994',
      '> A father who `never` wrote',
      '![a photo of the barn](barn.png)',
    ].join('\n');
    expect(notesOf(source)).toEqual([
      'Why bees never read maps',
      'The orchard loan of 1994',
      'A father who never wrote',
    ]);
  });

  test('leaves out advertising, links, headings and lines of a word or two; each line comes once', () => {
    const source = [
      'Key takeaways:',
      'Bees need no maps at all 🐝🗺️',
      'Sponsored by Apple Trees Ltd, use code SHADE',
      'Find the book at https://example.com/book',
      'Thank you',
      'Bees need no maps at all',
      'Follow us on every network',
    ].join('\r\n');
    expect(notesOf(source)).toEqual(['Bees need no maps at all']);
  });

  test('cuts a paragraph at its sentences', () => {
    const sentence = `${'The orchard has one more row of trees than the year before '.repeat(2)}today.`;
    expect(
      notesOf(`${sentence} ${sentence.replace('orchard', 'garden')} ${sentence.replace('orchard', 'park')}`),
    ).toEqual([sentence, sentence.replace('orchard', 'garden'), sentence.replace('orchard', 'park')]);
  });

  test('keeps the time at the start of a line', () => {
    expect(notesOf('(01:02:03) Why the bees left\n12:30 - The loan')).toEqual([
      '(01:02:03) Why the bees left',
    ]);
  });

  test('takes no longer than the source deserves', () => {
    const hostile = [
      '<script '.repeat(20_000),
      '*'.repeat(200_000),
      '['.repeat(200_000),
      '<!--'.repeat(50_000),
      '<p '.repeat(60_000),
    ];
    for (const source of hostile) expect(notesOf(source).length).toBeLessThan(3);
  });

  test('keeps notes in scripts without spaces', () => {
    expect(notesOf('果樹園のローンについての話\n短い')).toEqual(['果樹園のローンについての話']);
  });
});

describe('readNote', () => {
  test.each([
    ['12:30 The loan', { text: 'The loan', startMs: 750_000 }],
    ['[1:02:03] – The loan', { text: 'The loan', startMs: 3_723_000 }],
    ['00:30 - 03:00: The loan', { text: 'The loan', startMs: 30_000 }],
    ['The 12:30 train', { text: 'The 12:30 train', startMs: null }],
  ])('%s', (line, note) => {
    expect(readNote(line)).toEqual(note);
  });
});
