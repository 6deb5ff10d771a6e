/** The steps of the build, in order. Each does nothing where its outputs are newer than its inputs. */
import { build as emoji } from './emoji.ts';
import { build as fonts } from './fonts.ts';
import { build as h264 } from './h264.ts';
import { build as harfbuzz } from './harfbuzz.ts';
import { build as mpg123 } from './mpg123.ts';
import { build as node } from './node.ts';
import { build as pages } from './pages.ts';
import { build as raster } from './raster.ts';
import { build as satori } from './satori.ts';
import { build as studio } from './studio.ts';
import { build as worker } from './worker.ts';

interface Step {
  name: string;
  build: () => Promise<void>;
}

const shared: Step[] = [
  { name: 'raster', build: raster },
  { name: 'h264', build: h264 },
  { name: 'fonts', build: fonts },
  { name: 'emoji', build: emoji },
  { name: 'pages', build: pages },
  { name: 'studio', build: studio },
  { name: 'harfbuzz', build: harfbuzz },
  { name: 'satori', build: satori },
  { name: 'mpg123', build: mpg123 },
];

export const steps: Record<'node' | 'worker', Step[]> = {
  node: [...shared, { name: 'bundle', build: node }],
  worker: [...shared, { name: 'bundle', build: worker }],
};
