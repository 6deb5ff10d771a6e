/** How a clip looks and sounds, as the query of its address says it. */
import type { ClipTemplateName } from '../../../templates/clip-names.ts';
import { CLIP_SIZES as SIZES } from '../../clip/sizes.ts';

export interface ClipLook {
  size: string;
  /** `null`: the brand's. */
  template: string | null;
  style: 'karaoke' | 'plain';
  /** Captions leave out sounds of hesitation. */
  hidesFillers: boolean;
  isSilent: boolean;
}

export const CLIP_SIZES: Readonly<Record<string, string>> = {
  vertical: 'Vertical 9:16',
  square: 'Square',
  portrait: 'Portrait 4:5',
  wide: 'Wide 16:9',
};

/** The place a clip is shown in, the same before it is made. */
export function clipBox(size: string): { width: string; aspectRatio: number } {
  const { width, height } = SIZES[size] ?? { width: 1, height: 1 };
  const aspectRatio = width / height;
  return { width: `min(100%, calc(min(56vh, 34rem) * ${aspectRatio}))`, aspectRatio };
}

export const CLIP_TEMPLATES: Readonly<Record<ClipTemplateName, string>> = {
  classic: 'Classic',
  bold: 'Bold',
  artwork: 'Artwork',
  waveform: 'Waveform',
};

export const DEFAULT_CLIP: ClipLook = {
  size: 'vertical',
  template: null,
  style: 'karaoke',
  hidesFillers: false,
  isSilent: false,
};

/** The query of the clip's own address. */
export function clipQuery(clip: ClipLook, brand: string | null): URLSearchParams {
  const query = new URLSearchParams();
  if (clip.size !== DEFAULT_CLIP.size) query.set('size', clip.size);
  if (clip.template !== null) query.set('template', clip.template);
  if (clip.style === 'plain') query.set('style', 'plain');
  if (clip.hidesFillers) query.set('fillers', 'hide');
  if (clip.isSilent) query.set('audio', 'none');
  if (brand !== null) query.set('brand', brand);
  return query;
}

/** The clip an address of the Studio names; `null` where it is of a picture. */
export function clipOf(query: URLSearchParams): ClipLook | null {
  const raw = query.get('clip');
  if (raw === null) return null;
  const own = new URLSearchParams(raw.replaceAll(';', '&').replaceAll(':', '='));
  const size = own.get('size') ?? DEFAULT_CLIP.size;
  const template = own.get('template');
  return {
    size: size in CLIP_SIZES ? size : DEFAULT_CLIP.size,
    template: template !== null && template in CLIP_TEMPLATES ? template : null,
    style: own.get('style') === 'plain' ? 'plain' : 'karaoke',
    hidesFillers: own.get('fillers') === 'hide',
    isSilent: own.get('audio') === 'none',
  };
}

/** Says it in one parameter: `size:square;style:plain`. */
export function clipParameter(clip: ClipLook): string {
  return clipQuery(clip, null).toString().replaceAll('&', ';').replaceAll('=', ':');
}
