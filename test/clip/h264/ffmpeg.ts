import { spawnSync } from 'node:child_process';

/** Why tests that need ffmpeg are left out, or null where it is there. */
export const withoutFfmpeg =
  spawnSync('ffmpeg', ['-version']).status === 0 ? null : 'ffmpeg is missing: apt-get install ffmpeg';

/** Runs ffmpeg on what it is given. @returns its output and everything it warned of */
export function ffmpeg(args: readonly string[], input?: Uint8Array): { output: Buffer; warnings: string } {
  const { stdout, stderr, status } = spawnSync('ffmpeg', ['-v', 'warning', ...args], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`ffmpeg failed: ${stderr.toString()}`);
  return { output: stdout, warnings: stderr.toString() };
}

/** What ffprobe says of a file. */
export function ffprobe(file: Uint8Array): { streams: object[]; format: object } {
  const asked = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', '-'];
  const { stdout, stderr, status } = spawnSync('ffprobe', asked, { input: file, maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`ffprobe failed: ${stderr.toString()}`);
  return JSON.parse(stdout.toString());
}
