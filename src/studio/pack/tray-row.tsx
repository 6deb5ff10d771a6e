import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { queryOf, withQuery } from '../make/look.ts';
import { usePreview } from '../make/preview.ts';
import { TEMPLATES } from '../make/templates.ts';
import { Link } from '../route.tsx';
import { Icon } from '../ui/icon.tsx';
import { moveInTray, type TrayItem } from './tray.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

interface TrayRowProps {
  item: TrayItem;
  at: number;
  count: number;
  onRemove: () => void;
}

/** Tells drags of cards from drags of anything else. */
const DRAGGED = 'application/x-pullquote-card';

/** A card put aside: opened, moved by its handle or the arrows, taken out. */
export function TrayRow({ item, at, count, onRemove }: TrayRowProps) {
  const { url } = usePreview({ episodeId: item.episodeId, range: item.range, look: item.look }, true);
  const [isOver, setOver] = useState(false);
  const name = item.words.length > 40 ? `${item.words.slice(0, 40)}…` : item.words;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    moveInTray(Number(event.dataTransfer.getData(DRAGGED)), at);
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined && event.key !== 'Delete') return;
    event.preventDefault();
    if (by === undefined) onRemove();
    else if (at + by >= 0 && at + by < count) moveInTray(at, at + by);
  };
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, String(at));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={press}
      className={`grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-t py-4 sm:grid-cols-[1rem_9rem_minmax(0,1fr)_auto] ${isOver ? 'border-mark shadow-[0_-2px_0_var(--mark)]' : 'border-rule'}`}
    >
      <svg
        viewBox="0 0 8 14"
        className="hidden h-4 cursor-grab fill-edge active:cursor-grabbing sm:block"
        aria-hidden="true"
      >
        {[2, 7, 12].flatMap((y) => [2, 6].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.2" />))}
      </svg>
      <Link
        href={withQuery(`/studio/e/${encodeURIComponent(item.episodeId)}/${item.range}`, queryOf(item.look))}
        className="block h-20 overflow-hidden rounded-md border border-rule bg-sheet"
        aria-label={`Open ${name}`}
      >
        {url !== null && <img src={url} alt="" draggable={false} className="size-full object-contain" />}
      </Link>
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-3 text-left font-serif text-[1.0625rem]/snug">
          {withEmoji(item.words)}
        </p>
        <p className="mt-0.5 truncate text-[0.8125rem] text-soft">
          {withEmoji([item.episode, ...looks(item)].join(' · '))}
        </p>
      </div>
      <div className="flex max-sm:col-span-2 max-sm:justify-end">
        <button
          type="button"
          className="btn btn-bare btn-icon"
          aria-label={`Move up: ${name}`}
          disabled={at === 0}
          onClick={() => moveInTray(at, at - 1)}
        >
          <Icon name="up" className="size-4" />
        </button>
        <button
          type="button"
          className="btn btn-bare btn-icon"
          aria-label={`Move down: ${name}`}
          disabled={at === count - 1}
          onClick={() => moveInTray(at, at + 1)}
        >
          <Icon name="down" className="size-4" />
        </button>
        <button
          type="button"
          className="btn btn-bare btn-icon"
          aria-label={`Take out: ${name}`}
          onClick={onRemove}
        >
          <Icon name="close" className="size-4" />
        </button>
      </div>
    </li>
  );
}

/** What was chosen for this card, in words. */
function looks({ look }: TrayItem): string[] {
  const template = Object.entries(TEMPLATES).find(([id]) => id === look.template)?.[1];
  return [
    ...(template === undefined ? [] : [template]),
    ...(look.brand === null ? [] : [look.brand]),
    ...(look.mark === null ? [] : [`marked “${look.mark}”`]),
  ];
}
