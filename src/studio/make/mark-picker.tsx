import { useRef } from 'react';

interface MarkPickerProps {
  words: string;
  mark: string | null;
  onChange: (mark: string | null, gesture?: string) => void;
}

/** The key phrase: press its first word, then its last. */
export function MarkPicker({ words, mark, onChange }: MarkPickerProps) {
  const parts = words.split(' ');
  const start = useRef<number | null>(null);
  const [from, to] = placeOf(parts, mark);

  function press(at: number): void {
    const isOnly = from === at && to === at + 1;
    if (isOnly) {
      start.current = null;
      onChange(null);
    } else if (start.current === null || to - from > 1) {
      start.current = at;
      onChange(parts[at] ?? null);
    } else {
      const [first, last] = [Math.min(start.current, at), Math.max(start.current, at)];
      start.current = null;
      onChange(parts.slice(first, last + 1).join(' '));
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
        className="max-h-44 overflow-y-auto rounded-xl border border-rule bg-sheet px-3 py-2 font-serif text-[1.0625rem]/8"
      >
        {parts.map((word, at) => {
          const isMarked = at >= from && at < to;
          return (
            <span key={at}>
              {at > 0 && (isMarked && at > from ? <span className="bg-wash"> </span> : ' ')}
              <button
                type="button"
                aria-pressed={isMarked}
                onClick={() => press(at)}
                className={`rounded-sm py-0.5 hover:underline hover:decoration-mark hover:decoration-2 ${isMarked ? 'bg-wash' : ''}`}
              >
                {word}
              </button>
            </span>
          );
        })}
      </p>
    </div>
  );
}

/** Where the mark stands among the words; an empty stretch where it does not. */
function placeOf(parts: readonly string[], mark: string | null): [from: number, to: number] {
  if (mark === null) return [0, 0];
  const wanted = mark.split(' ');
  const at = parts.findIndex((_, from) => wanted.every((word, index) => parts[from + index] === word));
  return at < 0 ? [0, 0] : [at, at + wanted.length];
}
