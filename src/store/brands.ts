import { desc, eq, sql } from 'drizzle-orm';
import { PullquoteError } from '../errors.ts';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { brands } from './schema.ts';

export function brandQueries(db: Database): Pick<Store, 'brand' | 'brands' | 'saveBrand'> {
  const newestOf = db
    .select()
    .from(brands)
    .where(eq(brands.id, sql.placeholder('id')))
    .orderBy(desc(brands.revision))
    .limit(1)
    .prepare();
  return {
    async brand(id) {
      return first(await newestOf.all({ id }));
    },
    async brands() {
      const newest = sql`(SELECT max(revision) FROM brands AS other WHERE other.id = ${brands.id})`;
      return db.select().from(brands).where(eq(brands.revision, newest)).orderBy(brands.id);
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
