/** @jsxImportSource hono/jsx */
import { emojiParts } from '../text/emoji-index.ts';

/** Text whose emoji are the pictures that cards have: many systems lack some. Copied or read aloud, they are characters. */
export function WithEmoji({ text }: { text: string }) {
  return (
    <>
      {emojiParts(text).map(({ text: part, key }) =>
        key === null ? part : <img class="emoji" src={`/assets/emoji/${key}.svg`} alt={part} />,
      )}
    </>
  );
}
