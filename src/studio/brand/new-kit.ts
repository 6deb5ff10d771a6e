import type { BrandKit } from '../../brand/model.ts';

/** What a brand begins as: Pullquote's own look. The API checks what becomes of it. */
export const NEW_COLORS = { background: '#f7f7f2', text: '#16181d', muted: '#5c6067', accent: '#ffc329' };

export const NEW_KIT: BrandKit = {
  id: '',
  name: '',
  colors: NEW_COLORS,
  fonts: { body: 'inter', display: null },
  corner: 0.3,
  handle: null,
  hashtags: [],
  logo: null,
  template: 'classic',
  photo: { style: 'color', focus: { x: 0.5, y: 0.35 } },
};
