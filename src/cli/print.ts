import type { Warning } from '../transcript/model.ts';

/** Writes rows as a table whose columns line up; the last one is not padded. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** Every item of a list that comes in pages. */
export async function everyItem<T>(
  page: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const listing: { items: T[]; next: string | null } = await page({
      limit: 200,
      ...(after === null ? {} : { after }),
    });
    items.push(...listing.items);
    after = listing.next;
  } while (after !== null);
  return items;
}

/** What a parser noticed, on stderr. */
export function printWarnings(warnings: readonly Warning[]): void {
  for (const { line, column, message } of warnings) {
    const place =
      line === undefined ? '' : `line ${line}${column === undefined ? '' : `, column ${column}`}: `;
    console.error(`warning: ${place}${message}`);
  }
}
