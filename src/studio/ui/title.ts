import { useEffect } from 'react';

/** Names the view in the browser's tab and to who hears the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Pullquote Studio`;
    return () => {
      document.title = 'Pullquote Studio';
    };
  }, [title]);
}
