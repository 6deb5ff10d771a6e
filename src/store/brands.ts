import { and, eq, sql } from 'drizzle-orm';
import { PullquoteError } from '../errors.ts';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { brands } from './schema.ts';

export function brandQueries(db: Database): Pick<Store, 'brand' | 'brands' | 'saveBrand'> {
  const newest = sql`(SELECT max(revision) FROM brands AS other WHERE other.id = ${brands.id})`;
  const isNewest = eq(brands.revision, newest);
  const newestOf = db
    .select()
    .from(brands)
    .where(and(eq(brands.id, sql.placeholder('id')), isNewest))
    .prepare();
  return {
    async brand(id) {
      return first(await newestOf.all({ id }));
    },
    async brands() {
      return db.select().from(brands).where(isNewest).orderBy(brands.id);
    },
    async saveBrand(brand) {
      try {
        await db.insert(brands).values(brand);
      } catch (error) {
        throw isTaken(error) ? conflict(brand.id, error) : error;
      }
    },
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && (error.message.includes('brands.revision') || isTaken(error.cause));
}

function conflict(id: string, cause: unknown): PullquoteError {
  return new PullquoteError(
    'conflict',
    `The brand \`${id}\` was changed while this change was made; read it and change it again.`,
    { brand: id },
    { cause },
  );
}
