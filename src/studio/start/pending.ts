/** The file dropped on the list of episodes, or a corrected one, on its way to the view that looks into it. */
export interface Corrects {
  id: string;
  title: string;
  show: string;
}

interface Pending {
  file: File;
  /** Episode whose words these correct; `null` for a new one. */
  corrects: Corrects | null;
}

let pending: Pending | null = null;

export function leaveFile(file: File, corrects: Corrects | null = null): void {
  pending = { file, corrects };
}

export function takeFile(): Pending | null {
  const taken = pending;
  pending = null;
  return taken;
}
