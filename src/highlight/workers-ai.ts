import { z } from 'zod';
import { instructions, listing, readAnswer, type Picker } from './picker.ts';

/** The part of a Workers AI binding that is used. */
export interface WorkersAi {
  run(
    model: string,
    input: { messages: { role: string; content: string }[]; max_tokens: number },
  ): Promise<unknown>;
}

/** Text models answer a string, or with JSON mode the object itself. */
const Completion = z.object({ response: z.union([z.string(), z.record(z.string(), z.unknown())]) });

/** Tokens an answer of so many numbers takes at most, a remark around it included; the binding's own limit is 256. */
const mostTokens = (count: number): number => 256 + 6 * count;

/**
 * A picker that asks a model of the Workers AI binding. The binding cannot be aborted; an abort leaves its answer unread.
 */
export function workersAiPicker(ai: WorkersAi, model: string): Picker {
  return {
    name: `workers-ai ${model}`,
    async pick(sentences, count, signal) {
      signal.throwIfAborted();
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      const running = ai.run(model, {
        messages: [
          { role: 'system', content: instructions(count) },
          { role: 'user', content: listing(sentences) },
        ],
        max_tokens: mostTokens(count),
      });
      const { response } = Completion.parse(await Promise.race([running, aborted]));
      return typeof response === 'string' ? readAnswer(response) : response;
    },
  };
}
