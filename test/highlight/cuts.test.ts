import { describe, expect, test } from 'vitest';
import { contextWarnings } from '../../src/highlight/context.ts';
import { episode, spanOf } from './text.ts';

/** Kinds of warning for cutting `cut` out of `lines` said among others. */
function warned(lines: readonly string[], cut: string): string[] {
  const text = episode(['The wind fell at noon.', ...lines, 'A gull stood on the mast for an hour.']);
  return contextWarnings(text, [spanOf(text, cut)], { language: 'en' }).map(({ kind }) => kind);
}

const CASES: readonly (readonly [kind: string, said: readonly string[], cut: string])[] = [
  [
    'negation',
    ["It's not true that the harbour is closed to small boats."],
    'the harbour is closed to small boats.',
  ],
  ['negation', ['We never said the ferry would be free.'], 'the ferry would be free.'],
  ['negation', ['Nobody believes that the dam is safe.'], 'the dam is safe.'],
  ['negation', ['I doubt that the mayor will resign this year.'], 'the mayor will resign this year.'],
  ['negation', ["The bridge is safe, or at least that's what I wouldn't say."], 'The bridge is safe,'],
  ['negation', ["I wouldn't say that fishing is dead here."], 'fishing is dead here.'],
  ['negation', ['There is no way the town can pay for the pier.'], 'the town can pay for the pier.'],
  [
    'negation',
    ['Fishing is dead on this coast, some say.', "I don't believe that for a second."],
    'Fishing is dead on this coast, some say.',
  ],
  ['negation', ['All of our boats are unsafe.', 'Just kidding, of course.'], 'All of our boats are unsafe.'],
  ['negation', ['We should burn the boats.', 'That would be absurd.'], 'We should burn the boats.'],
  ['negation', ['We fail to see that the boats are rotten.'], 'the boats are rotten.'],
  ['condition', ['If it rains for a week, the lower town will drown.'], 'the lower town will drown.'],
  ['condition', ['The lower town will drown if it rains for a week.'], 'The lower town will drown'],
  ['condition', ['We will close the harbour only when the storm is here.'], 'We will close the harbour'],
  ['condition', ['As long as the wall holds, nobody has to leave.'], 'nobody has to leave.'],
  ['condition', ['Nobody has to leave, provided that the wall holds.'], 'Nobody has to leave,'],
  ['condition', ['The fund pays in full.', 'But only if you file in March.'], 'The fund pays in full.'],
  [
    'condition',
    ["Let's say the wall breaks.", 'The school would be under water in an hour.'],
    'The school would be under water in an hour.',
  ],
  ['condition', ['Had the wall held, we would all be rich today.'], 'we would all be rich today.'],
  ['condition', ['In theory, every boat is insured.'], 'every boat is insured.'],
  ['attribution', ['Critics argue that the port is a waste of money.'], 'the port is a waste of money.'],
  [
    'attribution',
    ['My grandmother used to say that the sea takes what it wants.'],
    'the sea takes what it wants.',
  ],
  ['attribution', ['The mayor told me that the pier was built on sand.'], 'the pier was built on sand.'],
  ['attribution', ['According to the newspaper, the captain was drunk.'], 'the captain was drunk.'],
  ['attribution', ['The captain was drunk, according to the newspaper.'], 'The captain was drunk,'],
  ['attribution', ["There's this idea that islanders are lazy people."], 'islanders are lazy people.'],
  ['attribution', ['The common belief is that boats are cheap to keep.'], 'boats are cheap to keep.'],
  ['attribution', ['People think that the ferry makes money.'], 'the ferry makes money.'],
  ['attribution', ['He said that the whole crew was to blame.'], 'the whole crew was to blame.'],
  [
    'attribution',
    ['Supposedly the lighthouse is haunted by a cook.'],
    'the lighthouse is haunted by a cook.',
  ],
  ['attribution', ['Some economists claim islands should be given up.'], 'islands should be given up.'],
  [
    'attribution',
    ['They say the harbour is dead.', 'Young people only want the city.'],
    'Young people only want the city.',
  ],
  [
    'question',
    ['Should we give the island up?', 'Absolutely, and the sooner the better for all.'],
    'Absolutely, and the sooner the better for all.',
  ],
  [
    'question',
    ['Was the pier a mistake?', 'Yes, and I would say so again.'],
    'Yes, and I would say so again.',
  ],
  [
    'question',
    ['Who built the lighthouse?', 'My father, with his own hands and no money.'],
    'My father, with his own hands and no money.',
  ],
  [
    'question',
    ['Do you regret the fire?', 'Not for a second in all these years.'],
    'Not for a second in all these years.',
  ],
  [
    'question',
    ['What is the worst part of winter?', 'The silence after the last ferry.'],
    'The silence after the last ferry.',
  ],
  [
    'question',
    ['How do you feel about the mayor?', 'That man has ruined everything we had.'],
    'That man has ruined everything we had.',
  ],
  [
    'question',
    ['Is it true that you stole the boat?', 'I did, and I would do it again tomorrow.'],
    'I did, and I would do it again tomorrow.',
  ],
  [
    'contrast',
    ['On the one hand the port brings money, on the other hand it kills the reef.'],
    'the port brings money,',
  ],
  ['contrast', ['Although the port brings money, it kills the reef.'], 'it kills the reef.'],
  ['contrast', ['The port brings money, but it kills the reef.'], 'The port brings money,'],
  ['contrast', ['The port is ugly.', 'However, it feeds the whole town.'], 'The port is ugly.'],
  ['contrast', ['The port is ugly.', 'It feeds the whole town, though.'], 'The port is ugly.'],
  [
    'contrast',
    ['The port is ugly.', 'That said, it feeds the whole town.'],
    'That said, it feeds the whole town.',
  ],
  ['contrast', ['Not only is the port ugly, it is also poor.'], 'it is also poor.'],
  ['contrast', ['While the port is rich, the village around it starves.'], 'the port is rich,'],
  [
    'contrast',
    ['Everyone told us that the port would make us rich.', 'But it never did.'],
    'Everyone told us that the port would make us rich.',
  ],
  [
    'contrast',
    ['I used to think that islands were prisons.', 'Now I know that they are doors.'],
    'I used to think that islands were prisons.',
  ],
  [
    'contrast',
    ['I used to think that islands were prisons, and now I know better.'],
    'islands were prisons,',
  ],
  ['negation', ['It would be a mistake to believe that the reef is healthy.'], 'the reef is healthy.'],
  ['negation', ['Hardly anyone here thinks the mayor is honest.'], 'the mayor is honest.'],
  ['negation', ["I can't promise that we will stay."], 'we will stay.'],
  [
    'negation',
    ['Every fish in the bay is poisoned.', "That's nonsense, and everybody knows it."],
    'Every fish in the bay is poisoned.',
  ],
  [
    'condition',
    ['The mill could feed us all, assuming the river ever comes back.'],
    'The mill could feed us all,',
  ],
  [
    'condition',
    ['Suppose nobody pays.', 'Then the lighthouse goes dark by Friday.'],
    'Then the lighthouse goes dark by Friday.',
  ],
  [
    'attribution',
    ['A friend of mine likes to say that nets are cheaper than patience.'],
    'nets are cheaper than patience.',
  ],
  ['attribution', ['The report says that the well is dry.'], 'the well is dry.'],
  ['attribution', ['As the old captain put it, the sea keeps no receipts.'], 'the sea keeps no receipts.'],
  ['attribution', ['My boss was like, this town is finished.'], 'this town is finished.'],
  ['question', ['Would you vote for him again?', 'Over my dead body.'], 'Over my dead body.'],
  [
    'question',
    ['Why did you leave?', 'Because the boats had left before us.'],
    'Because the boats had left before us.',
  ],
  ['contrast', ['Yes, the pier is dangerous, yet children learn to dive there.'], 'the pier is dangerous,'],
  [
    'contrast',
    ['The pier is dangerous.', 'Still, every child learns to dive there.'],
    'The pier is dangerous.',
  ],
];

describe('a cut out of', () => {
  test.each(CASES)('%s: %j', (kind, said, cut) => {
    expect(warned(said, cut)).toContain(kind);
  });
});

const CLEAN: readonly (readonly [said: readonly string[], cut: string])[] = [
  [['We built the pier in one winter.'], 'We built the pier in one winter.'],
  [
    ['What do you do in winter?', 'In winter the whole village mends nets and tells lies about the summer.'],
    'In winter the whole village mends nets and tells lies about the summer.',
  ],
  [['I love this harbour.', 'It smells of tar and patience.'], 'I love this harbour.'],
  [['My father never owned a boat.', 'He built forty of them.'], 'My father never owned a boat.'],
  [
    ['A harbour is a promise.', 'Every boat that leaves is owed a light.'],
    'Every boat that leaves is owed a light.',
  ],
  [['Well, I think the sea is the only honest neighbour.'], 'the sea is the only honest neighbour.'],
];

test.each(CLEAN)('nothing is wrong with a cut out of %j', (said, cut) => {
  expect(warned(said, cut)).toEqual([]);
});
