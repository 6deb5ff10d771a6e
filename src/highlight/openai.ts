import { z } from 'zod';
import { instructions, listing, readAnswer, type Picker } from './picker.ts';

export interface OpenAiOptions {
  /** Base address of the API, such as `https://api.example.com/v1`. */
  url: string;
  model: string;
  /** Sent as a bearer token where given. */
  key: string | null;
  fetch: typeof fetch;
}

/** Largest answer read, in bytes. */
const MOST = 64 * 1024;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * A picker that asks any service that speaks OpenAI's chat completions; it sends only what all of them take.
 * Its `pick` throws where the service fails, answers too much, or says nothing in JSON.
 */
export function openAiPicker({ url, model, key, fetch: send }: OpenAiOptions): Picker {
  return {
    name: `${url} ${model}`,
    async pick(sentences, count, signal) {
      const response = await send(`${url.replace(/\/+$/u, '')}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          messages: [
            { role: 'system', content: instructions(count) },
            { role: 'user', content: listing(sentences) },
          ],
        }),
        signal,
        // Not followed: the key must not travel on to another host. (`error` is not known to workerd.)
        redirect: 'manual',
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`The language model answered with status ${response.status}.`);
      }
      const { choices } = Completion.parse(JSON.parse(await readBounded(response)));
      return readAnswer(choices[0]?.message.content ?? '');
    },
  };
}

/** The text of a response, refused where it is larger than any answer to this question. */
async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST) throw new Error(`The language model answered with more than ${MOST} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
