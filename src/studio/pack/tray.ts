/** Cards put aside for a pack, kept in this browser. */
import { useSyncExternalStore } from 'react';
import type { Look } from '../make/look.ts';

export interface TrayItem {
  /** Tells items apart. */
  id: string;
  episodeId: string;
  episode: string;
  /** As in addresses. */
  range: string;
  words: string;
  snap: 'sentence' | 'word';
  look: Look;
}

const KEY = 'pullquote.tray';
const listeners = new Set<() => void>();
let raw: string | null = null;
let read: readonly TrayItem[] = [];

function items(): readonly TrayItem[] {
  const kept = localStorage.getItem(KEY);
  if (kept !== raw) {
    raw = kept;
    read = parsed(kept);
  }
  return read;
}

function parsed(kept: string | null): readonly TrayItem[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

export function setTray(next: readonly TrayItem[]): void {
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function addToTray(item: Omit<TrayItem, 'id'>): void {
  setTray([...items(), { ...item, id: crypto.randomUUID() }]);
}

export function useTray(): { items: readonly TrayItem[] } {
  return { items: useSyncExternalStore(subscribe, items) };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
