import { expect, test } from 'vitest';
import { withHeads } from '../../../src/clip/audio/heads.ts';
import { remoteAudio } from '../../../src/clip/audio/source.ts';

test('the beginning of a file is read once a minute, other parts each time', async () => {
  const asked: string[] = [];
  let time = 0;
  const read = withHeads(
    async (url, from, to) => {
      asked.push(`${url} ${from}`);
      return { bytes: new Uint8Array(Math.min(to, 100_000) - from), size: 100_000, version: 'v' };
    },
    () => time,
  );
  const look = async (url: string): Promise<void> => {
    const source = remoteAudio(url, read);
    await source.version();
    await source.read(90_000, 90_001);
  };
  await look('a');
  time = 59_999;
  await look('a');
  await look('b');
  time = 60_000;
  await look('a');
  expect(asked).toEqual(['a 0', 'a 90000', 'a 90000', 'b 0', 'b 90000', 'a 0', 'a 90000']);
});
