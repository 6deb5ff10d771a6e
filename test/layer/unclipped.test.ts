import { expect, test } from 'vitest';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { defaultBrand } from '../../src/brand/model.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { unclipped } from '../../src/layer/unclipped.ts';
import { clipTemplates } from '../../templates/clip.tsx';
import { templates } from '../../templates/index.ts';
import { fullShape, testLayers } from './deps.ts';

const CLIPPED = /<image [^>]*clip-path/g;

const looks = [...Object.values(templates), ...Object.values(clipTemplates)];

test.each(
  looks.flatMap((look) => (['story', 'og'] as const).map((size) => [size, look.name, look] as const)),
)(
  'in %s the layer of %s is the same picture without the clips that do nothing',
  async (size, _name, look) => {
    const { svg } = await testLayers().layer(look, fullShape, defaultBrand, SIZES[size], 1);
    const [clipped, free] = [svg, unclipped(svg)].map((each) => nativeRasterizer.rasterize(each, 1).pixels);
    // What is laid over what was clipped is rounded once more.
    const most = clipped?.reduce((far, value, i) => Math.max(far, Math.abs(value - (free?.[i] ?? 0))), 0);
    expect(most).toBeLessThanOrEqual(look === clipTemplates.artwork ? 1 : 0);
  },
);

test('a picture that fills the card is not clipped, one with round corners is', async () => {
  const { svg } = await testLayers().layer(clipTemplates.artwork, fullShape, defaultBrand, SIZES.story, 1);
  expect(svg.match(CLIPPED)).toHaveLength(3);
  expect(unclipped(svg).match(CLIPPED)).toHaveLength(2);
});
