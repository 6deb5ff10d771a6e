/** Characters of JSON one parameter carries: D1 refuses values over 2 MB, and a character takes up to 3 bytes. */
const MAX_LENGTH = 500_000;

/**
 * Rows as JSON arrays, each short enough to be one bound value; `json_each` makes rows of them again. So the number of
 * rows does not count against the 100 parameters a D1 statement may have.
 */
export function jsonBatches(rows: readonly unknown[]): string[] {
  const batches: string[] = [];
  let items: string[] = [];
  let length = 0;
  for (const row of rows) {
    const item = JSON.stringify(row);
    if (length + item.length > MAX_LENGTH && items.length > 0) {
      batches.push(`[${items.join(',')}]`);
      items = [];
      length = 0;
    }
    items.push(item);
    length += item.length + 1;
  }
  if (items.length > 0) batches.push(`[${items.join(',')}]`);
  return batches;
}
