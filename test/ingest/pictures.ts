import { PNG } from 'pngjs';

/** A picture of one grey pixel. */
export function png(grey = 0): Uint8Array {
  const picture = new PNG({ width: 1, height: 1 });
  picture.data.set([grey, grey, grey, 255]);
  return new Uint8Array(PNG.sync.write(picture));
}
