/** Cards put aside for a pack, kept in this browser. */
import { useSyncExternalStore } from 'react';
import type { Look } from '../make/look.ts';
import { navigate } from '../route.tsx';

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
const PATH = '/studio/pack';
/** Steps that can be undone, of this visit. */
const MOST_STEPS = 100;

/** What the tray was, and what was chosen beside it where its view was open: the address of that. */
interface Step {
  items: readonly TrayItem[];
  path: string | null;
}

const listeners = new Set<() => void>();
let raw: string | null = null;
let read: readonly TrayItem[] = [];
let past: readonly Step[] = [];
let future: readonly Step[] = [];

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

function keep(next: readonly TrayItem[]): void {
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function now(): Step {
  const isOpen = location.pathname === PATH;
  return { items: items(), path: isOpen ? location.pathname + location.search : null };
}

function step(): void {
  past = [...past, now()].slice(-MOST_STEPS);
  future = [];
}

function restore({ items: before, path }: Step): void {
  keep(before);
  if (path !== null && location.pathname === PATH) navigate(path, { replace: true });
}

export function setTray(next: readonly TrayItem[]): void {
  step();
  keep(next);
}

/** @param path the address that says what is chosen, from now on */
export function chooseForTray(path: string): void {
  step();
  navigate(path, { replace: true });
  for (const listener of listeners) listener();
}

export function addToTray(item: Omit<TrayItem, 'id'>): void {
  setTray([...items(), { ...item, id: crypto.randomUUID() }]);
}

/** Puts an item where another one is. */
export function moveInTray(from: number, to: number): void {
  const next = [...items()];
  const [item] = next.splice(from, 1);
  if (item === undefined || to < 0 || to > next.length || from === to) return;
  next.splice(to, 0, item);
  setTray(next);
}

export function undoTray(): void {
  const before = past.at(-1);
  if (before === undefined) return;
  future = [now(), ...future];
  past = past.slice(0, -1);
  restore(before);
}

export function redoTray(): void {
  const [next, ...rest] = future;
  if (next === undefined) return;
  past = [...past, now()];
  future = rest;
  restore(next);
}

export function useTray(): { items: readonly TrayItem[]; canUndo: boolean; canRedo: boolean } {
  const kept = useSyncExternalStore(subscribe, items);
  const canUndo = useSyncExternalStore(subscribe, () => past.length > 0);
  const canRedo = useSyncExternalStore(subscribe, () => future.length > 0);
  return { items: kept, canUndo, canRedo };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
