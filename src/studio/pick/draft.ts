/** What is being made: the words picked and the card's look, with every step kept for undo. */
import { useCallback, useMemo } from 'react';
import type { ClipLook } from '../clip/clip-look.ts';
import type { Look } from '../make/look.ts';
import type { Stretch } from '../script/script.ts';
import { useSteps } from '../ui/steps.ts';

export interface Draft {
  picked: Stretch | null;
  /** Whole sentences are picked unless a person asked for single words. */
  snap: boolean;
  look: Look;
  /** `null`: a picture is made. */
  clip: ClipLook | null;
}

type Change = Partial<Omit<Draft, 'look'>> & { look?: Partial<Look> };

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
  const { value, change: step, ...steps } = useSteps(initial, isSame);
  const change = useCallback(
    (next: Change, gesture?: string) => step((draft) => applied(draft, next), gesture),
    [step],
  );
  const { canUndo, canRedo, undo, redo } = steps;
  return useMemo(
    () => ({ draft: value, canUndo, canRedo, change, undo, redo }),
    [value, canUndo, canRedo, change, undo, redo],
  );
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
    JSON.stringify([a.look, a.clip]) === JSON.stringify([b.look, b.clip])
  );
}
