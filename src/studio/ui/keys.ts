import { useEffect } from 'react';
import { navigate } from '../route.tsx';
import type { Undoing } from './undo.tsx';

/** The views by number, as the keys 1 to 4 open them. */
export const VIEWS = ['/studio', '/studio/pack', '/studio/brands', '/studio/verify'] as const;

const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox], [type=range], [type=color]), textarea, select';

/** True while a person is typing or looks at a dialog: then letters are letters. */
export function isTaken(event: KeyboardEvent): boolean {
  const isTyping = event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null;
  return isTyping || document.querySelector('[role=dialog]') !== null;
}

/**
 * Keys that do the same in every view. A button or field names its own in `data-key`. Inside of `data-steps` undo is the
 * view's even while a person types: what is typed there is one of its steps.
 */
export function useKeys(undoing: Undoing | null, onMap: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        const isOwn = event.target instanceof Element && event.target.closest('[data-steps]') !== null;
        if (undoing === null || (key !== 'z' && key !== 'y') || (isTaken(event) && !isOwn)) return;
        event.preventDefault();
        if (key === 'y' || event.shiftKey) undoing.redo();
        else undoing.undo();
        return;
      }
      if (isTaken(event)) return;
      const view = VIEWS[Number(key) - 1];
      if (key === '?') onMap();
      else if (view !== undefined) navigate(view);
      else if (/^[a-z/]$/.test(key)) act(event, key);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undoing, onMap]);
}

function act(event: KeyboardEvent, key: string): void {
  const named = document.querySelector<HTMLElement>(`[data-key="${key}"]:not(:disabled)`);
  if (named === null) return;
  event.preventDefault();
  if (named instanceof HTMLInputElement) named.focus();
  else named.click();
}
