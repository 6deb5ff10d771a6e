/** The file dropped on the list of episodes, on its way to the view that looks into it. */
let pending: File | null = null;

export function leaveFile(file: File): void {
  pending = file;
}

export function takeFile(): File | null {
  const file = pending;
  pending = null;
  return file;
}
