import { useRef } from 'react';
import { textOf, type Script, type Stretch } from '../script/script.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

interface MarkPickerProps {
  script: Script;
  picked: Stretch;
  mark: string | null;
  onChange: (mark: string | null) => void;
}

/** The key phrase: press its first word, then its last; where words stand without spaces, its first and last character. */
export function MarkPicker({ script, picked, mark, onChange }: MarkPickerProps) {
  const start = useRef<number | null>(null);
  const [from, to] = placeOf(script, picked, mark);

  function press(at: number): void {
    const isOnly = from === at && to === at + 1;
    if (isOnly) {
      start.current = null;
      onChange(null);
    } else if (start.current === null || to - from > 1) {
      start.current = at;
      onChange(textOf(script, { from: at, to: at + 1 }));
    } else {
      const [first, last] = [Math.min(start.current, at), Math.max(start.current, at)];
      start.current = null;
      onChange(textOf(script, { from: first, to: last + 1 }));
    }
  }

  return (
    <div role="group" aria-labelledby="mark-legend">
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h3 id="mark-legend" className="heading">
          Key phrase
        </h3>
        {mark === null ? (
          <span className="text-[0.8125rem] text-soft">Press its first word, then its last</span>
        ) : (
          <button
            type="button"
            className="text-[0.875rem] text-link underline underline-offset-2"
            onClick={() => onChange(null)}
          >
            Take the mark away
          </button>
        )}
      </div>
      <p
        dir="auto"
        lang={script.source.language}
        className="max-h-44 overflow-y-auto rounded-xl border border-rule bg-sheet px-3 py-2 font-serif text-[1.0625rem]/8 pointer-coarse:leading-[2.75rem]"
      >
        {Array.from({ length: picked.to - picked.from }, (_, index) => {
          const at = picked.from + index;
          const isMarked = at >= from && at < to;
          const hasSpace = index > 0 && script.isGlued[at] !== 1;
          return (
            <span key={at}>
              {hasSpace && (isMarked && at > from ? <span className="bg-wash"> </span> : ' ')}
              <button
                type="button"
                aria-pressed={isMarked}
                onClick={() => press(at)}
                className={`rounded-sm py-0.5 pointer-coarse:py-2 hover:underline hover:decoration-mark hover:decoration-2 ${isMarked ? 'bg-wash' : ''}`}
              >
                {withEmoji(script.words[at] ?? '')}
              </button>
            </span>
          );
        })}
      </p>
    </div>
  );
}

/** Where the mark stands among the words picked; an empty stretch where it does not. */
function placeOf(script: Script, picked: Stretch, mark: string | null): [from: number, to: number] {
  if (mark === null) return [-1, -1];
  for (let from = picked.from; from < picked.to; from++) {
    if (!mark.startsWith(script.words[from] ?? '')) continue;
    for (let to = from + 1; to <= picked.to; to++) {
      const text = textOf(script, { from, to });
      if (text === mark) return [from, to];
      if (text.length >= mark.length) break;
    }
  }
  return [-1, -1];
}
