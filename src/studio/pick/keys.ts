import { useEffect } from 'react';
import type { DraftSteps } from './draft.ts';

interface Acts {
  onMap: () => void;
  /** @param isFromHere from the sentence the keyboard is at, not where it was left */
  onPlay: (isFromHere: boolean) => void;
}

/** What a space means something to already. */
const TAKES_SPACE = 'button, a, input, textarea, select, summary, [role=listbox]';

/** Keys that do the same wherever the focus is, unless a person is typing. Buttons name theirs in `data-key`. */
export function useKeys({ undo, redo }: Pick<DraftSteps, 'undo' | 'redo'>, { onMap, onPlay }: Acts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input:not([type=radio]), textarea, select') !== null;
      const isDialog = document.querySelector('[role=dialog]') !== null;
      if (isTyping || isDialog || event.altKey) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        if (key === 'y' || event.shiftKey) redo();
        else undo();
        return;
      }
      if (key === '/') {
        event.preventDefault();
        document.getElementById('find')?.focus();
      } else if (key === '?') onMap();
      else if (key === 'k') onPlay(true);
      else if (key === ' ' && event.target instanceof Element && event.target.closest(TAKES_SPACE) === null) {
        event.preventDefault();
        onPlay(false);
      } else if (/^[a-z]$/.test(key))
        document.querySelector<HTMLButtonElement>(`button[data-key="${key}"]:not(:disabled)`)?.click();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo, onMap, onPlay]);
}
