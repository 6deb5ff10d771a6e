import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { parseTranscript } from '../transcript/parse.ts';
import { serializeTranscript } from '../transcript/serialize.ts';
import { normalize } from '../transcript/normalize.ts';
import { printWarnings } from './print.ts';

/** `pullquote parse FILE` */
export function parseCommand(): Command {
  return new Command('parse')
    .description('print a transcript as Podcasting 2.0 JSON, and what was noticed on stderr')
    .argument('<file>')
    .option('--language <tag>', 'language of the words, like pt-BR', 'en')
    .action(parse);
}

async function parse(file: string, options: { language: string }): Promise<void> {
  const bytes = new Uint8Array(await readFile(file));
  const transcript = parseTranscript(bytes, { fileName: basename(file) });
  const { text, warnings } = normalize(transcript, { language: transcript.language ?? options.language });
  printWarnings([...transcript.warnings, ...warnings]);
  console.log(serializeTranscript(text, 'json'));
}
