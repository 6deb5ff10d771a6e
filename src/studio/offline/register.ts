import { useSyncExternalStore } from 'react';
import { CLEAR } from './names.ts';

/** Has the Studio open without a network from the next time on. Browsers allow it over HTTPS and on one's own machine. */
export function worksOffline(): void {
  // Without it the Studio works as long as it is open: nothing a person has to know.
  navigator.serviceWorker?.register('/studio/sw.js', { scope: '/studio' }).catch(() => undefined);
}

/** Forgets what was kept for reading without a network. */
export function forgetKept(): void {
  navigator.serviceWorker?.controller?.postMessage(CLEAR);
}

/** True while the browser has no network at all. */
export function useOffline(): boolean {
  return useSyncExternalStore(subscribe, () => !navigator.onLine);
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
