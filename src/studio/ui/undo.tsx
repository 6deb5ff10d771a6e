/** One undo for every view: a view says what can be had back, the frame around it has the buttons and the keys. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

export interface Undoing {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
}

const OfferContext = createContext<(undoing: Undoing | null) => void>(() => undefined);
const OfferedContext = createContext<Undoing | null>(null);

/** Offers a view's steps for as long as it is shown. */
export function useUndo({ canUndo, canRedo, undo, redo }: Undoing): void {
  const offer = use(OfferContext);
  const undoing = useMemo(() => ({ canUndo, canRedo, undo, redo }), [canUndo, canRedo, undo, redo]);
  useEffect(() => {
    offer(undoing);
    return () => offer(null);
  }, [offer, undoing]);
}

/** What the view shown offers; `null` where nothing of it can be changed. */
export function useOffered(): Undoing | null {
  return use(OfferedContext);
}

export function Undo({ children }: { children: ReactNode }) {
  const [offered, setOffered] = useState<Undoing | null>(null);
  return (
    <OfferContext value={setOffered}>
      <OfferedContext value={offered}>{children}</OfferedContext>
    </OfferContext>
  );
}
