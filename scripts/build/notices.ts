/** Writes THIRD_PARTY_NOTICES.md from the lock file: what an installation runs, and the fonts and emoji it ships. */
import { readFile, readdir, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const FILE = 'THIRD_PARTY_NOTICES.md';

/** Packages of development whose contents are copied into `dist/`. */
const SHIPPED =
  /^(?:@(?:fontsource(?:-variable)?|iconify-json|base-ui|floating-ui|tanstack)\/|(?:mpg123-decoder|react|react-dom|scheduler|reselect|use-sync-external-store|tabbable|tailwindcss)$)/;

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

interface Notice {
  name: string;
  version: string;
  licence: string;
  /** Whom the licence asks to name, where the package says so apart from the text. */
  author: string;
  /** The licence's text, `null` where the package brings none or is built for one platform. */
  text: string | null;
}

/** The document, from the lock file and the packages it names. */
export async function notices(): Promise<string> {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    await readFile(new URL('package-lock.json', root), 'utf8'),
  );
  const wanted = Object.entries(lock.packages).filter(
    ([path, locked]) => path !== '' && isWanted(path, locked),
  );
  const found = await Promise.all(wanted.map(([path, locked]) => noticeOf(path, locked)));
  found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  return [
    '# Third-party notices',
    '',
    'Pullquote runs on the packages below and ships the fonts and emoji among them. Made by `npm run notices`.',
    '',
    '| Package | Version | Licence | By |',
    '| --- | --- | --- | --- |',
    ...found.map(({ name, version, licence, author }) => `| ${name} | ${version} | ${licence} | ${author} |`),
    '',
    ...textSections(found),
  ].join('\n');
}

export async function build(): Promise<void> {
  await writeFile(new URL(FILE, root), await notices());
}

function isWanted(path: string, { dev, devOptional }: Locked): boolean {
  return SHIPPED.test(nameOf(path)) || (dev !== true && devOptional !== true);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

async function noticeOf(path: string, { version, license, optional }: Locked): Promise<Notice> {
  const files: string[] = await readdir(new URL(`${path}/`, root)).catch(() => []);
  const file = files.toSorted().find((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name));
  // Native builds for other machines are not installed on this one: the document must not depend on which it is.
  const isPlatform = optional === true;
  const text =
    file === undefined || isPlatform ? null : await readFile(new URL(`${path}/${file}`, root), 'utf8');
  return {
    name: nameOf(path),
    version,
    licence: license ?? 'see its package',
    author: files.includes('info.json') ? await authorOf(path) : '',
    text: text?.replaceAll('\r\n', '\n').trim() ?? null,
  };
}

/** An icon set's `info.json`. */
async function authorOf(path: string): Promise<string> {
  const info: { author?: { name: string; url?: string } } = JSON.parse(
    await readFile(new URL(`${path}/info.json`, root), 'utf8'),
  );
  return [info.author?.name, info.author?.url].filter((part) => part !== undefined).join(', ');
}

/** Each text once, under the packages that have it. */
function textSections(found: readonly Notice[]): string[] {
  const byText = Map.groupBy(
    found.filter(({ text }) => text !== null),
    ({ text }) => text ?? '',
  );
  return Array.from(byText, ([text, packages]) => {
    const names = [...new Set(packages.map(({ name }) => name))].join(', ');
    return `## ${names}\n\n~~~text\n${text}\n~~~\n`;
  });
}
