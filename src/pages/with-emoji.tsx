/** @jsxImportSource hono/jsx */
import { emojiKey } from '../text/emoji-index.ts';

/** Emoji as Unicode recommends them for interchange (UTS #51, ED-27), each a part of its own when a text is split by it. */
const EMOJI = /(\p{RGI_Emoji})/v;

/** Text whose emoji are the pictures that cards have: many systems lack some. Copied or read aloud, they are characters. */
export function WithEmoji({ text }: { text: string }) {
  return (
    <>
      {text
        .split(EMOJI)
        .map((part, index) =>
          index % 2 === 0 ? (
            part
          ) : (
            <img class="emoji" src={`/assets/emoji/${emojiKey(part)}.svg`} alt={part} />
          ),
        )}
    </>
  );
}
