import { describe, expect, test } from 'vitest';
import { play } from '../../src/clip/play.ts';
import { CLIP_SIZES } from '../../src/clip/sizes.ts';
import { stageOf } from '../../src/clip/stage.ts';
import { clipTemplateNames } from '../../templates/clip-names.ts';
import { openDrawing } from '../card/drawing.ts';
import { clipOrder } from './order.ts';

const { drawers, raster } = await openDrawing();

describe.each(Object.entries(CLIP_SIZES))('a clip that is %s', (_, size) => {
  test.each(clipTemplateNames)('in %s keeps what was played as captions come and go', async (template) => {
    const { script, ...rest } = clipOrder({ size, template });
    // Captions of two lines, over waves as high as they can be.
    const words = script.words.map((word) => ({ ...word, text: 'harbourmaster' }));
    const order = { ...rest, script: { ...script, words }, peaks: [255] };
    const stage = await stageOf(drawers, order);
    const top = 2 * Math.floor(stage.track.top / 2);
    const track = (captions: typeof stage.captions): Buffer => {
      const playing = play(raster, { ...stage, captions }, order, 5);
      for (let i = 0; i < playing.frames; i++) playing.next();
      const rows = Buffer.from(playing.rgb().subarray(top * size.width * 3));
      playing.release();
      return rows;
    };
    expect(track(stage.captions).equals(track([]))).toBe(true);
    const marks = stage.captions.flatMap((caption) => stage.caption(caption, 0).fills);
    expect(Math.max(...marks.map(({ y, height }) => y + height))).toBeLessThan(top);
  });
});
