/** Orders that change faster than cards are drawn, as while a colour is dragged. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Order } from './preview.ts';

/** Milliseconds after which what is being drawn is given up for what is newer. */
const PATIENCE = 250;

/**
 * The newest order, once the one before is drawn. To ask for each and give it up again would leave the service drawing cards that
 * nobody sees, and the one that is looked at waiting for them. What was drawn before is taken at once.
 */
export function useNewest(order: Order | null): {
  asked: Order | null;
  isHeld: boolean;
  whileDrawing: (isDrawing: boolean) => void;
} {
  const queries = useQueryClient();
  const name = JSON.stringify(order);
  const [taken, take] = useState(name);
  const [isDrawing, whileDrawing] = useState(false);
  useEffect(() => {
    const isThere = (): boolean => queries.getQueryData(['preview', JSON.parse(name)]) !== undefined;
    if (name === taken) return undefined;
    if (!isDrawing || isThere()) {
      take(name);
      return undefined;
    }
    const timer = setTimeout(() => take(name), PATIENCE);
    return () => clearTimeout(timer);
  }, [queries, name, taken, isDrawing]);
  const asked = useMemo<Order | null>(() => JSON.parse(taken), [taken]);
  return { asked, isHeld: name !== taken, whileDrawing };
}
