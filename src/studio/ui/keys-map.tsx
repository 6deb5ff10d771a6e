import { Dialog } from '@base-ui/react/dialog';
import type { Route } from '../route.tsx';

interface Section {
  title: string;
  /** Views it is of; those come first there. */
  views: readonly Route['view'][];
  keys: readonly (readonly [keys: string, does: string])[];
}

const SECTIONS: readonly Section[] = [
  {
    title: 'Words',
    views: ['episode'],
    keys: [
      ['↑ ↓', 'Sentence before, next sentence'],
      ['Space', 'Pick the sentence'],
      ['Shift ↑ ↓', 'Pick more or fewer sentences'],
      ['Shift ← →', 'Move the end by a word'],
      ['Shift Alt ← →', 'Move the start by a word'],
      ['Enter', 'Go to the card'],
      ['Escape', 'Pick nothing'],
      ['/', 'Search; Enter for the next place'],
    ],
  },
  {
    title: 'Card and clip',
    views: ['episode'],
    keys: [
      ['D', 'Download'],
      ['C', 'Copy the picture'],
      ['L', 'Copy the link'],
      ['P', 'Put the card into the pack'],
      [', .', 'Frame before, next frame of a clip'],
    ],
  },
  {
    title: 'Recording',
    views: ['episode'],
    keys: [
      ['K', 'Play from the sentence, or pause'],
      ['Space', 'Out of the words: play on, or pause'],
    ],
  },
  {
    title: 'Episodes',
    views: ['start', 'import', 'feed'],
    keys: [
      ['N', 'Choose a transcript file'],
      ['F', 'Type a feed’s address'],
    ],
  },
  {
    title: 'Pack',
    views: ['pack'],
    keys: [
      ['Alt ↑ ↓', 'In a card: move it up or down'],
      ['Delete', 'In a card: take it out'],
    ],
  },
  {
    title: 'Everywhere',
    views: [],
    keys: [
      ['Ctrl Z', 'Undo; with Shift redo'],
      ['1 2 3 4', 'Episodes, Pack, Brands, Verify'],
      ['?', 'This map'],
    ],
  },
];

interface KeysMapProps {
  view: Route['view'];
  onClose: () => void;
}

/** What the keys do: those of the view that is shown first. */
export default function KeysMap({ view, onClose }: KeysMapProps) {
  const isHere = ({ views }: Section): boolean => views.includes(view);
  const sections = [...SECTIONS.filter(isHere), ...SECTIONS.filter((section) => !isHere(section))];
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup className="fixed start-1/2 top-1/2 z-50 flex max-h-[90dvh] w-[min(52rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-2xl border border-rule bg-paper shadow-2xl outline-none rtl:translate-x-1/2">
          <div className="flex items-center justify-between gap-3 border-b border-rule px-6 py-3">
            <Dialog.Title className="text-xl font-semibold tracking-tight">Keyboard map</Dialog.Title>
            <Dialog.Close className="btn btn-bare -me-3">Close</Dialog.Close>
          </div>
          {/* By keyboard it scrolls only where it can have the focus. */}
          <div
            tabIndex={0}
            role="region"
            aria-label="Keys by view"
            className="overflow-y-auto px-6 pb-6 pt-1 sm:columns-2 sm:gap-10"
          >
            {sections.map(({ title, keys }) => (
              <section key={title} className="break-inside-avoid pt-4">
                <h3 className="heading mb-1.5">{title}</h3>
                <dl className="grid grid-cols-[7.5rem_1fr] gap-x-4 gap-y-1.5 text-[0.9375rem]">
                  {keys.map(([key, does]) => (
                    <div key={key} className="contents">
                      <dt>
                        <kbd className="inline-block rounded-md border border-rule bg-sheet px-2 py-0.5 font-sans text-[0.8125rem] font-semibold shadow-[0_1px_0_var(--rule)]">
                          {key}
                        </kbd>
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
