/** Codes of the system's errors for a write there is no room for: the disk is full, a quota is used up, a file may not grow. */
const CODES = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** SQLite's result code for a database that cannot grow. */
const SQLITE_FULL = 13;

export const NO_ROOM = 'There is no room left on the disk.';

/** Whether something failed because there was no room to write it. */
export function isNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(error.code)) return true;
  if ('errcode' in error && error.errcode === SQLITE_FULL) return true;
  return error.cause !== undefined && isNoRoom(error.cause);
}
