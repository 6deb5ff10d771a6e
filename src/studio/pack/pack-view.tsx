import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { packView } from '../../http/packs.ts';
import { sendJson } from '../api/request.ts';
import { queryOf, withQuery } from '../make/look.ts';
import { usePreview } from '../make/preview.ts';
import { SIZE_NAMES, TEMPLATES } from '../make/templates.ts';
import { Link } from '../route.tsx';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { PastPacks, rememberPack } from './past-packs.tsx';
import { setTray, useTray, type TrayItem } from './tray.ts';

type Pack = z.output<typeof packView>;

/** The tray: cards put aside, in order, to be made at once. */
export default function PackView() {
  const { items } = useTray();
  const { say } = useSay();
  const [undo, setUndo] = useState<readonly TrayItem[] | null>(null);
  const change = (next: readonly TrayItem[]): void => {
    setUndo(items);
    setTray(next);
  };
  const move = (from: number, by: number): void => {
    const next = [...items];
    const [item] = next.splice(from, 1);
    if (item === undefined) return;
    next.splice(from + by, 0, item);
    change(next);
  };
  return (
    <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-5 py-8 sm:px-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:py-12">
      <section className="min-w-0" aria-labelledby="pack-title">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h1 id="pack-title" className="text-3xl font-[680] tracking-[-0.025em]">
            Pack
          </h1>
          <div className="flex gap-1">
            <button
              type="button"
              className="btn btn-bare"
              disabled={undo === null}
              onClick={() => {
                if (undo !== null) setTray(undo);
                setUndo(null);
                say('As it was before.');
              }}
            >
              Undo
            </button>
            <button
              type="button"
              className="btn btn-bare"
              disabled={items.length === 0}
              onClick={() => change([])}
            >
              Empty it
            </button>
          </div>
        </div>
        {items.length === 0 ? (
          <p className="mt-4 max-w-md font-serif text-lg text-soft">
            No cards yet. Pick words in an episode and press “Add to pack”; they wait here, in this browser.
          </p>
        ) : (
          <ol className="mt-5">
            {items.map((item, at) => (
              <Row
                key={item.id}
                item={item}
                isFirst={at === 0}
                isLast={at === items.length - 1}
                onMove={(by) => move(at, by)}
                onRemove={() => change(items.filter(({ id }) => id !== item.id))}
              />
            ))}
          </ol>
        )}
      </section>
      <aside aria-label="Make the pack" className="grid content-start gap-8">
        {items.length > 0 && <MakePack items={items} />}
        <PastPacks />
      </aside>
    </div>
  );
}

interface RowProps {
  item: TrayItem;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
}

function Row({ item, isFirst, isLast, onMove, onRemove }: RowProps) {
  const { url } = usePreview({ episodeId: item.episodeId, range: item.range, look: item.look });
  const name = item.words.length > 40 ? `${item.words.slice(0, 40)}…` : item.words;
  return (
    <li className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-t border-rule py-4 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <Link
        href={withQuery(`/studio/e/${encodeURIComponent(item.episodeId)}/${item.range}`, queryOf(item.look))}
        className="grid h-20 place-items-center overflow-hidden rounded-md border border-rule bg-sheet"
        aria-label={`Open ${name}`}
      >
        {url !== null && <img src={url} alt="" className="max-h-full max-w-full" />}
      </Link>
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-3 font-serif text-[1.0625rem]/snug">
          {item.words}
        </p>
        <p className="mt-0.5 truncate text-[0.8125rem] text-soft">{item.episode}</p>
      </div>
      <div className="flex max-sm:col-span-2 max-sm:justify-end">
        <button
          type="button"
          className="btn btn-bare !px-3"
          aria-label={`Move up: ${name}`}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="btn btn-bare !px-3"
          aria-label={`Move down: ${name}`}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="btn btn-bare !px-3"
          aria-label={`Take out: ${name}`}
          onClick={onRemove}
        >
          ✕
        </button>
      </div>
    </li>
  );
}

function MakePack({ items }: { items: readonly TrayItem[] }) {
  const [sizes, setSizes] = useState<readonly string[]>(['og', 'square', 'story']);
  const [template, setTemplate] = useState('');
  const episodes = Map.groupBy(items, ({ episodeId }) => episodeId);
  const make = useMutation({
    // A pack is of one episode: cards of several make several.
    mutationFn: async () => {
      for (const [episode, own] of episodes) {
        const pack = await sendJson<Pack>('POST', '/v1/packs', {
          episode,
          select: own.map(({ range }) => range),
          sizes,
          ...(template === '' ? {} : { templates: [template] }),
        });
        rememberPack({ id: pack.id, episode: own[0]?.episode ?? episode, cards: own.length });
      }
    },
  });
  const pictures = items.length * sizes.length;
  return (
    <section>
      <h2 className="text-lg font-semibold tracking-tight">Make them all</h2>
      <fieldset className="mt-4">
        <legend className="label">Sizes</legend>
        <div className="grid grid-cols-2 gap-1.5">
          {Object.entries(SIZE_NAMES).map(([size, name]) => (
            <label key={size} className="flex items-center gap-2 py-0.5 text-[0.9375rem]">
              <input
                type="checkbox"
                className="size-4.5 accent-[var(--mark)]"
                checked={sizes.includes(size)}
                onChange={({ target }) =>
                  setSizes(target.checked ? [...sizes, size] : sizes.filter((each) => each !== size))
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="label mt-4" htmlFor="pack-template">
        Template
      </label>
      <select
        id="pack-template"
        className="input"
        value={template}
        onChange={({ target }) => setTemplate(target.value)}
      >
        <option value="">The brand’s</option>
        {Object.entries(TEMPLATES).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {make.error !== null && (
        <div className="mt-4">
          <Problem error={make.error} />
        </div>
      )}
      <button
        type="button"
        className="btn btn-first mt-5 w-full"
        disabled={pictures === 0 || make.isPending}
        onClick={() => make.mutate()}
      >
        {pictures === 0 ? 'Choose a size' : `Make ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`}
      </button>
      <p className="mt-2 text-[0.875rem] text-soft">
        You get a ZIP with the pictures, the words to post and the alt texts
        {episodes.size > 1 ? ', one for each episode' : ''}. Marks and brands chosen for single cards are not
        part of a pack.
      </p>
    </section>
  );
}
