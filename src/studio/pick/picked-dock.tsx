import { usePreview, type Order } from '../make/preview.ts';
import { Icon } from '../ui/icon.tsx';

interface PickedDockProps {
  order: Order;
  onMake: () => void;
  onClear: () => void;
}

/** On a phone: the card of what is picked, under the words. */
export function PickedDock({ order, onMake, onClear }: PickedDockProps) {
  const { url } = usePreview(order);
  return (
    <div className="flex flex-none items-center gap-3 border-t border-rule bg-sheet p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-[0_-8px_24px_-12px_#0004] lg:hidden">
      <button
        type="button"
        onClick={onMake}
        className="h-16 flex-none overflow-hidden rounded-md border border-rule bg-paper"
        aria-label="Show the card"
      >
        {url !== null && <img src={url} alt="" className="h-full w-auto max-w-32 object-contain" />}
      </button>
      <button type="button" className="btn btn-first flex-1" onClick={onMake}>
        Make the card
      </button>
      <button type="button" className="btn btn-bare btn-icon" onClick={onClear} aria-label="Pick nothing">
        <Icon name="close" />
      </button>
    </div>
  );
}
