import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { isNoRoom, NO_ROOM } from '../pack/room.ts';

/** In the order `--help` lists them. Each is loaded when it is asked for: none needs what only the others do. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve.ts')).serveCommand()],
  ['import', async () => (await import('./import.ts')).importCommand()],
  ['parse', async () => (await import('./parse.ts')).parseCommand()],
  ['quotes', async () => (await import('./quotes.ts')).quotesCommand()],
  ['speakers', async () => (await import('./speakers.ts')).speakersCommand()],
  ['search', async () => (await import('./search.ts')).searchCommand()],
  ['notes', async () => (await import('./notes.ts')).notesCommand()],
  ['highlights', async () => (await import('./highlights.ts')).highlightsCommand()],
  ['verify', async () => (await import('./verify.ts')).verifyCommand()],
  ['card', async () => (await import('./card.ts')).cardCommand()],
  ['clip', async () => (await import('./clip.ts')).clipCommand()],
  ['pack', async () => (await import('./pack.ts')).packCommand()],
  ['layers', async () => (await import('./layers.ts')).layersCommand()],
  ['brand', async () => (await import('./brand.ts')).brandCommand()],
  ['sign', async () => (await import('./sign.ts')).signCommand()],
  ['token', async () => (await import('./token.ts')).tokenCommand()],
]);

/** Runs one command. @returns the exit code: 0, or 1 after a sentence on stderr */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('pullquote').description(
    'Quotes with addresses and cards, from podcast transcripts.',
  );
  const asked = COMMANDS.get(argv[2] ?? '');
  const loading = asked === undefined ? [...COMMANDS.values()] : [asked];
  for (const command of await Promise.all(loading.map((load) => load()))) program.addCommand(command);
  for (const command of [program, ...program.commands.flatMap((child) => [child, ...child.commands])]) {
    command.exitOverride().showHelpAfterError('(--help shows what there is)');
  }
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    // Commander has written its own sentence already.
    if (error instanceof CommanderError) return error.exitCode;
    console.error(explain(error));
    return 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof PullquoteError || error instanceof ConfigError) return error.message;
  if (isNoRoom(error)) return `${NO_ROOM} What was finished stays; run it again to go on from there.`;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT' && 'path' in error) return `There is no file ${String(error.path)}.`;
    if (error.code === 'EADDRINUSE' && 'port' in error)
      return `Port ${String(error.port)} is taken; choose another with --port.`;
    if (error.code === 'EACCES' && 'path' in error)
      return `${String(error.path)} may not be read or written.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
