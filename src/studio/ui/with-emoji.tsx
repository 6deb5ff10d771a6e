import { useState, type ReactNode } from 'react';
import { emojiParts } from '../../text/emoji-index.ts';

/** Text whose emoji are the pictures that cards have: many systems lack some. */
export function withEmoji(text: string): ReactNode {
  return emojiParts(text).map(({ text: part, key }, index) =>
    key === null ? part : <Emoji key={index} text={part} name={key} />,
  );
}

/** The system's own where the picture cannot be had, as without a network. */
function Emoji({ text, name }: { text: string; name: string }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return text;
  return (
    <img
      src={`/assets/emoji/${name}.svg`}
      alt={text}
      className="emoji"
      draggable={false}
      onError={() => setMissing(true)}
    />
  );
}
