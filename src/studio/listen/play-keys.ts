import { useEffect } from 'react';
import { isTaken } from '../ui/keys.ts';

/** What a space means something to already. */
const TAKES_SPACE = 'button, a, input, textarea, select, summary, [role=listbox]';

/** K plays from the sentence the keyboard is at, Space from where the recording was left. */
export function usePlayKeys(onPlay: (isFromHere: boolean) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTaken(event) || event.altKey || event.ctrlKey || event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') onPlay(true);
      else if (key === ' ' && event.target instanceof Element && event.target.closest(TAKES_SPACE) === null) {
        event.preventDefault();
        onPlay(false);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onPlay]);
}
