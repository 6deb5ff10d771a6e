/** Transcripts and addresses that come by the clipboard. */
import { useEffect } from 'react';
import { navigate } from '../route.tsx';
import { feedPath } from './feed-form.tsx';
import { openFile } from './opened.ts';

/** An address is taken for a feed's, all else for the words of a transcript. */
export function openPasted(text: string): void {
  const words = text.trim();
  if (words === '') return;
  if (/^https?:\/\/\S+$/i.test(words)) navigate(feedPath(words));
  else void openFile(new File([words], 'Pasted transcript.txt'));
}

/** Takes what is pasted while nothing is typed in: words, or a file copied elsewhere. */
export function usePaste(): void {
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog') !== null) return;
      const [file] = event.clipboardData?.files ?? [];
      if (file !== undefined) void openFile(file);
      else openPasted(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}
