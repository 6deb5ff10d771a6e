import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { isNoRoom, NO_ROOM } from '../pack/room.ts';
import { brandCommand } from './brand.ts';
import { cardCommand } from './card.ts';
import { clipCommand } from './clip.ts';
import { highlightsCommand } from './highlights.ts';
import { importCommand } from './import.ts';
import { layersCommand } from './layers.ts';
import { notesCommand } from './notes.ts';
import { packCommand } from './pack.ts';
import { parseCommand } from './parse.ts';
import { quotesCommand } from './quotes.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { signCommand } from './sign.ts';
import { speakersCommand } from './speakers.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify.ts';

/** Runs one command. @returns the exit code: 0, or 1 after a sentence on stderr */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('pullquote')
    .description('Quotes with addresses and cards, from podcast transcripts.')
    .addCommand(serveCommand())
    .addCommand(importCommand())
    .addCommand(parseCommand())
    .addCommand(quotesCommand())
    .addCommand(speakersCommand())
    .addCommand(searchCommand())
    .addCommand(notesCommand())
    .addCommand(highlightsCommand())
    .addCommand(verifyCommand())
    .addCommand(cardCommand())
    .addCommand(clipCommand())
    .addCommand(packCommand())
    .addCommand(layersCommand())
    .addCommand(brandCommand())
    .addCommand(signCommand())
    .addCommand(tokenCommand());
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
