/**
 * `npm run dev:worker [-- --port N]`: the Worker in the real workerd on this machine, offline, with D1 and R2 kept under
 * `.wrangler/`, and the example episode in it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createToken } from '../src/http/auth.ts';

process.chdir(new URL('..', import.meta.url).pathname);

const WRANGLER = 'node_modules/.bin/wrangler';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } });
const address = `http://localhost:${values.port}`;
// Nothing of this needs the network: no statistics, no look for a newer version, no account.
const env = {
  ...process.env,
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
};

await migrate();
const { secret } = await createToken('admin', 'for this run');
const options = [
  '--local',
  `--port=${values.port}`,
  `--var=PUBLIC_URL:${address}`,
  `--var=ADMIN_TOKEN:${secret}`,
  '--log-level=warn',
  '--show-interactive-dev-session=false',
];
const server = spawn(WRANGLER, ['dev', ...options], { env, stdio: ['ignore', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 0));

await answers(`${address}/healthz`);
if (!(await fetch(`${address}/v1/episodes/example`)).ok) await importExample();
await printLinks();

/** Brings the local D1 up to date; what wrangler says of it is only printed where it fails. */
async function migrate(): Promise<void> {
  const child = spawn(WRANGLER, ['d1', 'migrations', 'apply', 'pullquote', '--local'], { env });
  const said = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [code] = await once(child, 'exit');
  if (code === 0) return;
  console.error((await said).join('\n'));
  process.exit(1);
}

/** Waits until the server answers; it ends this process itself where it cannot start. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function importExample(): Promise<void> {
  const { show, episode } = JSON.parse(await readFile('examples/example.json', 'utf8'));
  const form = new FormData();
  form.set('metadata', JSON.stringify({ show, ...episode }));
  form.set('transcript', await file('example.vtt'), 'example.vtt');
  const pictures = (await readdir('examples')).filter((name) => name.endsWith('.png'));
  for (const name of pictures) form.append('pictures', await file(name), name);
  const response = await fetch(`${address}/v1/episodes`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}` },
    body: form,
  });
  if (!response.ok) throw new Error(`The example was not taken in: ${await response.text()}`);
}

async function file(name: string): Promise<Blob> {
  return new Blob([await readFile(`examples/${name}`)]);
}

async function printLinks(): Promise<void> {
  const response = await fetch(`${address}/v1/episodes/example/quotes`);
  const { items }: { items: { text: string; page: string; image: string }[] } = await response.json();
  const quote = items.find(({ text }) => text.length > 60 && text.length < 200);
  console.log(`Pullquote serves ${address} from workerd\n  the Studio    ${address}/studio`);
  if (quote) console.log(`  a card        ${quote.image}\n  its page      ${quote.page}`);
  console.log(
    `  the episode   ${address}/e/example\n  the API       ${address}/docs\n  admin token   ${secret} (for this run)`,
  );
}
