import { useState } from 'react';

interface HashtagsProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Written as people write them: `#slowsignal #elevators`. */
export function Hashtags({ tags, onChange }: HashtagsProps) {
  /** What stands there while it is being written. */
  const [text, setText] = useState<string | null>(null);
  // Undo may have brought others.
  const isWritten = text !== null && hashtagsIn(text).join() === tags.join();
  return (
    <div>
      <label className="label" htmlFor="hashtags">
        Hashtags <span className="font-normal text-soft">(under what is posted, not on cards)</span>
      </label>
      <input
        id="hashtags"
        className="input"
        placeholder="#yourshow #podcast"
        value={isWritten ? text : tags.map((tag) => `#${tag}`).join(' ')}
        onChange={({ target }) => {
          setText(target.value);
          onChange(hashtagsIn(target.value));
        }}
        onBlur={() => setText(null)}
      />
    </div>
  );
}

function hashtagsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]{1,100}/gu)?.slice(0, 30) ?? [];
}
