/** What the first start does besides serving: the example episode and an admin token. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { NodeConfig } from '../config.ts';
import { createToken } from '../http/auth.ts';
import type { Data } from '../runtime/node.ts';
import { importExample } from './example.ts';

const TOKEN_FILE = 'admin-token';

/**
 * Imports the example where there is no episode yet, makes an admin token where there is no token yet.
 * @param signInCode of the link to the Studio, good once
 * @returns lines to print: where to look
 */
export async function firstStart(
  data: Data,
  { publicUrl, dataDir }: NodeConfig,
  signInCode: string | null,
): Promise<string[]> {
  const { items } = await data.store.episodes({ limit: 1 });
  if (items.length === 0) await importExample(data);
  const newToken = (await data.store.tokens()).length === 0 ? await writeAdminToken(data, dataDir) : null;
  return [
    `Pullquote serves ${publicUrl}`,
    `  the Studio    ${publicUrl}/studio${signInCode === null ? '' : `#code=${signInCode}`}`,
    ...(await links(data, publicUrl)),
    ...(newToken === null ? [] : [`  admin token   ${newToken}`]),
  ];
}

/** @returns the path of the file with the secret, readable by its owner alone */
async function writeAdminToken({ store }: Data, dataDir: string): Promise<string> {
  const { secret, token } = await createToken('admin', 'made at the first start');
  const path = resolve(join(dataDir, TOKEN_FILE));
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  await store.saveToken(token);
  return path;
}

async function links({ store }: Data, publicUrl: string): Promise<string[]> {
  const [episode] = (await store.episodes({ limit: 1 })).items;
  const quotes = episode === undefined ? [] : (await store.quotes(episode.id, { limit: 200 })).items;
  // One from the middle, past the greetings, and long enough to be worth a card.
  const worth = quotes.filter(({ text }) => text.length > 45 && text.length < 140);
  const quote = worth[worth.length >> 1] ?? quotes[0];
  return [
    ...(quote === undefined
      ? []
      : [`  a card        ${publicUrl}/q/${quote.id}.png`, `  its page      ${publicUrl}/q/${quote.id}`]),
    ...(episode === undefined ? [] : [`  the episode   ${publicUrl}/e/${episode.id}`]),
    `  the API       ${publicUrl}/docs`,
  ];
}
