import { Dialog } from '@base-ui/react/dialog';

const MAP: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓', 'Sentence before, next sentence'],
  ['Space', 'Pick the sentence'],
  ['Shift ↑ ↓', 'Pick more or fewer sentences'],
  ['Shift ← →', 'Move the end by a word'],
  ['Shift Alt ← →', 'Move the start by a word'],
  ['Enter', 'Go to the card'],
  ['Escape', 'Pick nothing'],
  ['K', 'Play from the sentence, or pause'],
  ['Space, out of the words', 'Play on, or pause'],
  [', .', 'Frame before, next frame of a clip'],
  ['/', 'Search the words'],
  ['Enter in search', 'Next place; with Shift the one before'],
  ['C', 'Copy the picture'],
  ['L', 'Copy the link'],
  ['D', 'Download'],
  ['P', 'Put the card into the pack'],
  ['Ctrl Z', 'Undo; with Shift redo'],
  ['?', 'This map'],
];

/** What the keys do. */
export default function KeysMap({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Popup className="fixed start-1/2 top-1/2 z-50 max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-2xl border border-rule bg-paper p-6 shadow-2xl rtl:translate-x-1/2">
          <Dialog.Title className="text-xl font-semibold tracking-tight">Keyboard map</Dialog.Title>
          <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-[0.9375rem]">
            {MAP.map(([keys, does]) => (
              <div key={keys} className="contents">
                <dt>
                  <kbd className="rounded-md border border-rule bg-sheet px-2 py-0.5 font-sans text-[0.8125rem] font-semibold">
                    {keys}
                  </kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-5 flex justify-end">
            <Dialog.Close className="btn">Close</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
