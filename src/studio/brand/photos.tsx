import type { PointerEvent } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { useBlobUrl } from '../make/preview.ts';
import { FileField } from '../ui/file-field.tsx';
import { Slide } from './field.tsx';

type Photo = BrandKit['photo'];

interface PhotosProps {
  photo: Photo;
  /** A photo to try it with. */
  tried: File | null;
  onChange: (photo: Photo, gesture: string) => void;
  onTry: (file: File) => void;
}

/** How photos of speakers are shown, tried with one: press on what has to stay in view. */
export function Photos({ photo, tried, onChange, onTry }: PhotosProps) {
  const url = useBlobUrl(tried);
  const { x, y } = photo.focus;
  const focus = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onChange(
      {
        ...photo,
        focus: { x: part((event.clientX - left) / width), y: part((event.clientY - top) / height) },
      },
      'focus',
    );
  };
  return (
    <fieldset className="grid gap-3">
      <legend className="label">Photos of speakers</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={photo.style === 'mono'}
          onChange={({ target }) => onChange({ ...photo, style: target.checked ? 'mono' : 'color' }, 'mono')}
        />
        Without colour
      </label>
      <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-4">
        <div
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            focus(event);
          }}
          onPointerMove={(event) => {
            if (event.buttons > 0) focus(event);
          }}
          className="relative cursor-crosshair touch-none overflow-hidden rounded-lg border border-rule bg-wash-soft"
        >
          {url === null ? (
            <svg viewBox="0 0 100 100" className="block w-full fill-rule" aria-hidden="true">
              <circle cx="50" cy="36" r="17" />
              <path d="M16 100a34 34 0 0 1 68 0z" />
            </svg>
          ) : (
            <img src={url} alt="" draggable={false} className="block w-full" />
          )}
          <svg className="pointer-events-none absolute inset-0 size-full overflow-visible" aria-hidden="true">
            <circle
              cx={`${x * 100}%`}
              cy={`${y * 100}%`}
              r="9"
              className="fill-mark/50 stroke-on-mark"
              strokeWidth="2"
            />
          </svg>
        </div>
        <div className="grid gap-2">
          <Slide
            id="focus-x"
            label="Kept in view, across"
            value={x}
            onChange={(across) => onChange({ ...photo, focus: { x: across, y } }, 'focus-x')}
          />
          <Slide
            id="focus-y"
            label="Kept in view, down"
            value={y}
            onChange={(down) => onChange({ ...photo, focus: { x, y: down } }, 'focus-y')}
          />
        </div>
      </div>
      <FileField
        id="try-photo"
        label="Try it with a photo"
        hint="seen here alone, kept for nobody"
        accept="image/png,image/jpeg,image/webp"
        chosen={tried?.name ?? null}
        onFile={onTry}
      />
    </fieldset>
  );
}

/** Two digits of a part from 0 to 1. */
function part(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100;
}
