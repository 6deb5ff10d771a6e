/** D1 and R2 as a Worker sees them, from a real workerd. */
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

export function workerd(): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch() { return new Response(); } };',
      compatibilityDate: '2026-10-01',
      d1Databases: ['DB'],
      r2Buckets: ['BLOBS'],
    }),
  );
}
