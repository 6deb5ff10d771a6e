import type { ReactNode } from 'react';
import { emojiParts } from '../../text/emoji-index.ts';

/** Text whose emoji are the pictures that cards have: many systems lack some. */
export function withEmoji(text: string): ReactNode {
  return emojiParts(text).map(({ text: part, key }, index) =>
    key === null ? part : <img key={index} src={`/assets/emoji/${key}.svg`} alt={part} className="emoji" />,
  );
}
