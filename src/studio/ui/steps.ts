/** A value with its steps: what was before can be had back. */
import { useCallback, useMemo, useReducer } from 'react';

interface Steps<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** Changes of one gesture are one step. */
  gesture: string | null;
}

type Action<T> =
  | { kind: 'change'; next: (now: T) => T; gesture: string | null }
  | { kind: 'undo' }
  | { kind: 'redo' };

const MOST = 200;

export interface ValueSteps<T> {
  value: T;
  canUndo: boolean;
  canRedo: boolean;
  /** @param gesture what goes on under one name is undone at once */
  change(next: (now: T) => T, gesture?: string): void;
  undo(): void;
  redo(): void;
}

/** @param isSame whether nothing changed: that is no step */
export function useSteps<T>(initial: () => T, isSame: (a: T, b: T) => boolean): ValueSteps<T> {
  const [steps, dispatch] = useReducer(
    (before: Steps<T>, action: Action<T>) => reduce(before, action, isSame),
    null,
    (): Steps<T> => ({ past: [], now: initial(), future: [], gesture: null }),
  );
  const change = useCallback(
    (next: (now: T) => T, gesture?: string) => dispatch({ kind: 'change', next, gesture: gesture ?? null }),
    [],
  );
  const undo = useCallback(() => dispatch({ kind: 'undo' }), []);
  const redo = useCallback(() => dispatch({ kind: 'redo' }), []);
  return useMemo(
    () => ({
      value: steps.now,
      canUndo: steps.past.length > 0,
      canRedo: steps.future.length > 0,
      change,
      undo,
      redo,
    }),
    [steps, change, undo, redo],
  );
}

/** A gesture's name for text being typed in a field: each word of it is a step. */
export function typing(field: string, text: string): string {
  return `${field} ${text.trim().split(/\s+/).length}`;
}

function reduce<T>(steps: Steps<T>, action: Action<T>, isSame: (a: T, b: T) => boolean): Steps<T> {
  const { past, now, future } = steps;
  switch (action.kind) {
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return steps;
      return { past: past.slice(0, -1), now: before, future: [now, ...future], gesture: null };
    }
    case 'redo': {
      const [next, ...rest] = future;
      if (next === undefined) return steps;
      return { past: [...past, now], now: next, future: rest, gesture: null };
    }
    case 'change': {
      const next = action.next(now);
      if (isSame(next, now)) return steps;
      const goesOn = action.gesture !== null && action.gesture === steps.gesture;
      return {
        past: goesOn ? past : [...past, now].slice(-MOST),
        now: next,
        future: [],
        gesture: action.gesture,
      };
    }
  }
}
