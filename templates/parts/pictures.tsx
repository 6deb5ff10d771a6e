import type { JSX } from 'satori/jsx';
import type { Brand } from '../../src/brand/model.ts';
import type { Picture } from '../../src/layer/template.ts';

/** A picture cropped to a box around what matters in it. Lengths in pixels. */
export function Photo({
  picture,
  photo,
  width,
  height,
  radius = 0,
}: {
  picture: Picture;
  photo: Brand['photo'];
  width: number;
  height: number;
  radius?: number;
}): JSX.Element {
  return (
    <img
      src={picture.src}
      width={width}
      height={height}
      style={{
        objectFit: 'cover',
        objectPosition: `${photo.focus.x * 100}% ${photo.focus.y * 100}%`,
        borderRadius: radius,
        flexShrink: 0,
        ...(photo.style === 'mono' ? { filter: 'grayscale(1)' } : {}),
      }}
    />
  );
}

/** The brand's logo, whole, in a box of a height; no wider than four times that. */
export function Logo({
  picture,
  height,
  ground,
}: {
  picture: Picture;
  height: number;
  ground?: string | undefined;
}): JSX.Element {
  const pad = ground === undefined ? 0 : 0.16 * height;
  const inner = height - 2 * pad;
  const width = Math.min(4 * inner, (inner * picture.width) / picture.height);
  return (
    <div
      style={{
        display: 'flex',
        flexShrink: 0,
        alignSelf: 'center',
        boxSizing: 'border-box',
        padding: pad,
        borderRadius: pad,
        ...(ground === undefined ? {} : { background: ground }),
      }}
    >
      <img src={picture.src} width={width} height={inner} style={{ objectFit: 'contain', flexShrink: 0 }} />
    </div>
  );
}

/** A pair of opening quotation marks, drawn: two drops leaning over, 100 wide and 76 high. */
export function QuoteMark({ width, color }: { width: number; color: string }): JSX.Element {
  return (
    <svg width={width} height={width * 0.76} viewBox="0 0 100 76" style={{ flexShrink: 0 }}>
      <path d={DROP} fill={color} />
      <path d={DROP} fill={color} transform="translate(58 0)" />
    </svg>
  );
}

const DROP = 'M42 4C20 10 0 28 0 53c0 14 9 23 21 23s21-9 21-20-8-19-19-19c-2 0-3 0-4 1C21 26 31 17 42 13Z';
