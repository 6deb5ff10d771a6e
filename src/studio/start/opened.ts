/** Files that were opened and not kept yet. Each has an address of its own in this browser. */
import { navigate } from '../route.tsx';
import { Shelf } from '../unsaved/shelf.ts';
import type { Said } from './import.ts';

/** What a file corrects. */
export interface Corrects {
  id: string;
  title: string;
  show: string;
  /** Address of the Studio to go back to. */
  back: string;
}

export interface OpenedFile {
  file: File;
  /** Episode whose words these correct; `null` for a new one. */
  corrects: Corrects | null;
  /** `null` for nothing. */
  said: Said | null;
}

export const openedFiles = new Shelf<OpenedFile>('file');

export function addressOfFile(id: string): string {
  return `/studio/import/${id}`;
}

/** Opens a file at an address of its own. */
export async function openFile(file: File, corrects: Corrects | null = null): Promise<void> {
  const id = crypto.randomUUID().slice(0, 8);
  await openedFiles.keep(id, { file, corrects, said: null });
  navigate(addressOfFile(id));
}
