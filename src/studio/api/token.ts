/** The token of this browser: asked for once, kept in its local storage, sent to this service alone. */
import { useSyncExternalStore } from 'react';

const KEY = 'pullquote.token';
const listeners = new Set<() => void>();

export function readToken(): string | null {
  return localStorage.getItem(KEY);
}

export function keepToken(token: string | null): void {
  if (token === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, token);
  for (const listener of listeners) listener();
}

/** True while this browser has a token. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(subscribe, () => readToken() !== null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
