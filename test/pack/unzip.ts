/** Unpacks a ZIP by a program that is not ours. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = `import base64, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[name, base64.b64encode(archive.read(name)).decode()] for name in archive.namelist()]))`;

/** Names and contents in the archive's order; every checksum was compared. */
export async function unzip(archive: Uint8Array): Promise<[name: string, content: Buffer][]> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-zip-'));
  try {
    const path = join(folder, 'a.zip');
    await writeFile(path, archive);
    const printed = execFileSync('python3', ['-c', SCRIPT, path], { maxBuffer: 1 << 28 });
    const entries: [string, string][] = JSON.parse(printed.toString());
    return entries.map(([name, content]) => [name, Buffer.from(content, 'base64')]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
