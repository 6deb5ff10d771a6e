import { useMemo } from 'react';
import { Link } from '../route.tsx';
import { useTitle } from '../ui/title.ts';
import { useUndo } from '../ui/undo.tsx';
import { choiceOf } from './choice.ts';
import { MakePack } from './make-pack.tsx';
import { PastPacks } from './past-packs.tsx';
import { redoTray, setTray, undoTray, useTray } from './tray.ts';
import { TrayRow } from './tray-row.tsx';

/** The tray: cards put aside, in order, to be made at once. */
export default function PackView({ query }: { query: URLSearchParams }) {
  const { items, canUndo, canRedo } = useTray();
  const choice = useMemo(() => choiceOf(query), [query]);
  useTitle('Pack');
  useUndo({ canUndo, canRedo, undo: undoTray, redo: redoTray });
  return (
    <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-5 py-6 sm:px-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:py-10">
      <section className="min-w-0" aria-labelledby="pack-title">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h1 id="pack-title" className="text-3xl font-[680] tracking-[-0.025em] sm:text-4xl">
            Pack
          </h1>
          {items.length > 0 && (
            <button type="button" className="btn btn-bare -me-3" onClick={() => setTray([])}>
              Empty it
            </button>
          )}
        </div>
        {items.length === 0 ? (
          <>
            <p className="mt-4 max-w-md font-serif text-lg text-soft">
              No cards yet. Pick words in an episode and press “Add to pack”; they wait here, in this browser.
            </p>
            <Link href="/studio" className="btn mt-5">
              Episodes
            </Link>
          </>
        ) : (
          <ol className="mt-5 border-b border-rule">
            {items.map((item, at) => (
              <TrayRow
                key={item.id}
                item={item}
                at={at}
                count={items.length}
                onRemove={() => setTray(items.filter(({ id }) => id !== item.id))}
              />
            ))}
          </ol>
        )}
      </section>
      <aside
        aria-label="Make the pack"
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-10"
      >
        {items.length > 0 && <MakePack items={items} choice={choice} />}
        <PastPacks />
      </aside>
    </div>
  );
}
