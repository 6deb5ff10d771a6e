import { SIZE_NAMES, sizeOf } from './templates.ts';

interface SizePickerProps {
  size: string;
  onChange: (size: string) => void;
}

export function SizePicker({ size, onChange }: SizePickerProps) {
  return (
    <fieldset>
      <legend className="heading mb-2">Size</legend>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-6">
        {Object.entries(SIZE_NAMES).map(([value, name]) => (
          <label
            key={value}
            className="flex flex-col items-center gap-1 rounded-lg border border-rule bg-sheet px-1 pb-1.5 pt-2.5 text-center has-checked:border-mark has-checked:shadow-[0_0_0_1px_var(--mark)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-mark"
          >
            <input
              type="radio"
              name="size"
              className="sr-only"
              checked={size === value}
              onChange={() => onChange(value)}
            />
            <Shape {...sizeOf(value)} />
            <span className="text-xs/tight">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Shape({ width, height }: { width: number; height: number }) {
  const scale = 24 / Math.max(width, height);
  const [w, h] = [width * scale, height * scale];
  return (
    <svg viewBox="0 0 28 28" className="size-7" aria-hidden="true">
      <rect
        x={(28 - w) / 2}
        y={(28 - h) / 2}
        width={w}
        height={h}
        rx="2"
        className="fill-wash stroke-mark"
        strokeWidth="1.5"
      />
    </svg>
  );
}
