/** Made-up episodes over HTTP, a sentence of 40 words a quote: cards that are all different. */
import { readFile } from 'node:fs/promises';
import { createToken } from '../src/http/auth.ts';
import { BRAND, quoteOf, TEMPLATES } from './stage.ts';

const SENTENCES = 1000;

/** What a service must be started with, so that nothing refuses this many requests; and the token to import with. */
export async function openSettings(): Promise<{ settings: Record<string, string>; secret: string }> {
  const { secret } = await createToken('admin', 'bench');
  return {
    secret,
    settings: {
      ADMIN_TOKEN: secret,
      RENDERS_PER_MINUTE: '1000000',
      WRITES_PER_MINUTE: '1000000',
      MAX_DRAWING: '1000',
    },
  };
}

/**
 * Takes in as many episodes as it needs and answers the addresses of `count` different cards, of the three templates in turn, one
 * of them with a photo.
 */
export async function differentCards(origin: string, secret: string, count: number): Promise<string[]> {
  await send(origin, secret, 'PUT', '/v1/brands/bench', JSON.stringify(brand()));
  const paths: string[] = [];
  for (let episode = 0; paths.length < count; episode++) {
    const id = `bench-${episode}`;
    await send(origin, secret, 'POST', '/v1/episodes', await formOf(id, episode * SENTENCES));
    const quotes = await quotesOf(origin, id);
    for (const [index] of TEMPLATES.entries()) {
      for (const [nth, quote] of quotes.entries())
        paths.push(`/q/${quote}.png?template=${TEMPLATES[(index + nth) % TEMPLATES.length]}&brand=bench`);
    }
  }
  return paths.slice(0, count);
}

function brand(): object {
  const { id: _id, ...kit } = BRAND;
  return kit;
}

async function send(
  origin: string,
  secret: string,
  method: string,
  path: string,
  body: BodyInit,
): Promise<void> {
  const headers = new Headers({ Authorization: `Bearer ${secret}` });
  if (typeof body === 'string') headers.set('Content-Type', 'application/json');
  const response = await fetch(`${origin}${path}`, { method, headers, body });
  const said = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${said}`);
}

async function formOf(id: string, seed: number): Promise<FormData> {
  const form = new FormData();
  const participants = [{ id: 'mika-haddad', name: 'Mika Haddad', role: 'Guest', photo: 'mika-haddad.png' }];
  const show = { id: 'bench', title: 'The Long Way Round', language: 'en' };
  const metadata = { show, id, title: 'Where the river bends', language: 'en', cover: 'cover.png' };
  form.set('metadata', JSON.stringify({ ...metadata, participants }));
  form.set('transcript', new Blob([transcript(seed)]), 'bench.vtt');
  for (const name of ['mika-haddad.png', 'cover.png'])
    form.append(
      'pictures',
      new Blob([await readFile(new URL(`../examples/${name}`, import.meta.url))]),
      name,
    );
  return form;
}

function transcript(seed: number): string {
  const cues = Array.from({ length: SENTENCES }, (_, i) => {
    const said = quoteOf(seed + i);
    return `${clock(i * 12)} --> ${clock(i * 12 + 12)}\n<v Mika Haddad>${said}\n`;
  });
  return ['WEBVTT', '', ...cues].join('\n');
}

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${[hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')}.000`;
}

async function quotesOf(origin: string, episode: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const response = await fetch(`${origin}/v1/episodes/${episode}/quotes?limit=100${query}`);
    const page: { items: { id: string }[]; next: string | null } = await response.json();
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  return ids;
}
