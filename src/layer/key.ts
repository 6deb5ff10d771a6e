/** Raised when satori, resvg or the way a layer is drawn changes, so that kept layers are drawn anew. */
export const LAYER_VERSION = 2;
