import { eq } from 'drizzle-orm';
import { first, type Database } from './driver.ts';
import type { Store } from './port.ts';
import { tokens } from './schema.ts';

export function tokenQueries(db: Database): Pick<Store, 'token' | 'tokens' | 'saveToken'> {
  return {
    async token(secretSha256) {
      return first(await db.select().from(tokens).where(eq(tokens.secretSha256, secretSha256)));
    },
    async tokens() {
      return db.select().from(tokens).orderBy(tokens.createdAt, tokens.id);
    },
    async saveToken({ id, ...rest }) {
      await db
        .insert(tokens)
        .values({ id, ...rest })
        .onConflictDoUpdate({ target: tokens.id, set: rest });
    },
  };
}
