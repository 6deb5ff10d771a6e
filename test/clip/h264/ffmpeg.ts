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
