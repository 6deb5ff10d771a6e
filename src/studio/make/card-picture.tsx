import type { PreviewOf } from './preview.ts';
import { sizeOf } from './templates.ts';

interface CardPictureProps {
  url: string | null;
  preview: PreviewOf | null;
  size: string;
  /** Most height it takes, as CSS says it. */
  most: string;
  testId: string;
  isBehind?: boolean;
}

/** A card as large as there is room for, its place kept until it is drawn. */
export function CardPicture({ url, preview, size, most, testId, isBehind = false }: CardPictureProps) {
  const { width, height } = sizeOf(size);
  return (
    <div
      aria-busy={isBehind}
      className={`mx-auto overflow-hidden rounded-lg border bg-sheet ${url === null ? 'border-dashed border-edge' : 'border-rule shadow-[0_1px_2px_#16181d14,0_14px_36px_-14px_#16181d40]'}`}
      style={{
        width: `min(100%, calc(${most} * ${width / height}))`,
        aspectRatio: `${width} / ${height}`,
      }}
    >
      {url !== null && preview !== null && (
        <img src={url} alt={preview.alt} data-testid={testId} className="block size-full" />
      )}
    </div>
  );
}
