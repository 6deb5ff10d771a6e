/** What is being made: the words picked and the card's look, with every step kept for undo. */
import { useCallback, useMemo, useReducer } from 'react';
import type { Stretch } from '../script/script.ts';
import type { Look } from '../make/look.ts';

export interface Draft {
  picked: Stretch | null;
  /** Whole sentences are picked unless a person asked for single words. */
  snap: boolean;
  look: Look;
}

type Change = Partial<Omit<Draft, 'look'>> & { look?: Partial<Look> };

interface Steps {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
  /** Changes of one gesture are one step. */
  gesture: string | null;
}

type Action =
  | { kind: 'change'; change: Change; gesture: string | null }
  | { kind: 'undo' }
  | { kind: 'redo' };

const MOST = 200;

export interface DraftSteps {
  draft: Draft;
  canUndo: boolean;
  canRedo: boolean;
  /** @param gesture what goes on under one name is undone at once */
  change(change: Change, gesture?: string): void;
  undo(): void;
  redo(): void;
}

export function useDraft(initial: () => Draft): DraftSteps {
  const [steps, dispatch] = useReducer(reduce, null, (): Steps => ({
    past: [],
    now: initial(),
    future: [],
    gesture: null,
  }));
  const change = useCallback(
    (next: Change, gesture?: string) => dispatch({ kind: 'change', change: next, gesture: gesture ?? null }),
    [],
  );
  const undo = useCallback(() => dispatch({ kind: 'undo' }), []);
  const redo = useCallback(() => dispatch({ kind: 'redo' }), []);
  return useMemo(
    () => ({
      draft: steps.now,
      canUndo: steps.past.length > 0,
      canRedo: steps.future.length > 0,
      change,
      undo,
      redo,
    }),
    [steps, change, undo, redo],
  );
}

function reduce(steps: Steps, action: Action): Steps {
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
      const next = applied(now, action.change);
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

/** Other words have other slides and marks. */
function applied(draft: Draft, { look, ...rest }: Change): Draft {
  const isOther = rest.picked !== undefined && !isSameStretch(rest.picked, draft.picked);
  const own = isOther ? { ...draft.look, slide: 1, mark: null } : draft.look;
  return { ...draft, ...rest, look: { ...own, ...look } };
}

function isSameStretch(a: Stretch | null, b: Stretch | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

function isSame(a: Draft, b: Draft): boolean {
  return (
    isSameStretch(a.picked, b.picked) &&
    a.snap === b.snap &&
    JSON.stringify(a.look) === JSON.stringify(b.look)
  );
}
