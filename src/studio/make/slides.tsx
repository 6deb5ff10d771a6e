import { Icon } from '../ui/icon.tsx';

interface SlidesProps {
  count: number;
  at: number;
  onChange: (slide: number) => void;
}

/** Which of the slides the words go over is seen. */
export function Slides({ count, at, onChange }: SlidesProps) {
  return (
    <div className="mt-2 flex items-center justify-center gap-2 text-[0.9375rem]">
      <button
        type="button"
        className="btn btn-bare btn-icon btn-small"
        aria-label="Slide before"
        disabled={at <= 1}
        onClick={() => onChange(at - 1)}
      >
        <Icon name="before" className="size-4" />
      </button>
      <span role="status" className="tabular-nums">
        Slide {at} of {count}
      </span>
      <button
        type="button"
        className="btn btn-bare btn-icon btn-small"
        aria-label="Next slide"
        disabled={at >= count}
        onClick={() => onChange(at + 1)}
      >
        <Icon name="next" className="size-4" />
      </button>
    </div>
  );
}
