import { Command } from 'commander';
/** `pullquote speakers EPISODE` */
export function speakersCommand(): Command {
  return new Command('speakers');
}
