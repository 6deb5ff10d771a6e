/** Puts the app's parts together, from those that differ between the runtimes. */
import { withHeads } from '../clip/audio/heads.ts';
import { blobVersions } from '../card/versions.ts';
import type { Config } from '../config.ts';
import { openAiPicker } from '../highlight/openai.ts';
import type { Picker } from '../highlight/picker.ts';
import { workersAiPicker, type WorkersAi } from '../highlight/workers-ai.ts';
import { PullquoteError } from '../errors.ts';
import type { AppDeps, Log } from '../http/context.ts';
import { createGate } from '../http/gate.ts';
import { createSigner } from '../http/signing.ts';
import { brotli } from './brotli.ts';
import { logUnkept } from './drawing.ts';

/** Logs what could not be read where it is published: its server's doing, mostly. */
export function logUnread(log: Log): (error: unknown) => void {
  const message = 'A recording could not be read.';
  return (error) =>
    error instanceof PullquoteError
      ? log({ level: 'info', message, reason: error.message })
      : log({ level: 'error', message, error });
}

/** Everything `createApp` needs. */
export function appDeps(
  parts: Pick<AppDeps, 'store' | 'blobs' | 'codec' | 'assets' | 'drawer' | 'config' | 'log'> &
    Pick<
      AppDeps,
      | 'fetch'
      | 'lobby'
      | 'mp3'
      | 'pictures'
      | 'rateLimit'
      | 'metrics'
      | 'addressOf'
      | 'packs'
      | 'reader'
      | 'recording'
      | 'work'
    >,
  ai?: WorkersAi,
): AppDeps {
  const onError = logUnkept(parts.log);
  return {
    ...parts,
    recording: withHeads(parts.recording),
    onError,
    picker: pickerOf(parts.config, ai),
    brotli,
    inFlight: new Map(),
    drawing: createGate(parts.config.maxDrawing),
    filming: createGate(parts.config.maxDrawing),
    signer: createSigner(parts.config.signingKeys),
    versions: blobVersions(parts.blobs, onError),
    admit: async () => undefined,
    timed: (_, run) => run(),
  };
}

/** The language model of the settings; `ai` is the binding of Workers, where there is one. */
export function pickerOf({ highlightModel }: Pick<Config, 'highlightModel'>, ai?: WorkersAi): Picker | null {
  if (highlightModel === null) return null;
  const { name, url, key } = highlightModel;
  if (url !== null) return openAiPicker({ url, model: name, key, fetch: (...asked) => fetch(...asked) });
  return ai === undefined ? null : workersAiPicker(ai, name);
}
