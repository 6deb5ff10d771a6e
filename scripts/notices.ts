/** `npm run notices` */
import { build } from './build/notices.ts';

await build();
