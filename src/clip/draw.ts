import { cardKey } from '../card/key.ts';
import type { Encoders } from '../raster/encode/model.ts';
import { aacOf } from './audio/encode.ts';
import type { ClipAudio } from './audio/model.ts';
import type { Mp3Decoder } from './audio/mp3-decoder.ts';
import { type FilmParts, filmOf } from './film.ts';
import type { ClipOrder } from './model.ts';
import { muxClip } from './mux.ts';
import { posterOf } from './play.ts';
import { type PreviewFormat, previewOf } from './preview.ts';
import { stageOf } from './stage.ts';
import { clipTemplates } from '../../templates/clip.tsx';

/** Raised with every change of the bytes made. */
const CLIP_VERSION = 6;

/** Draws clips, in this thread or in others. */
export interface ClipDrawer {
  /**
   * A clip as MP4, silent without audio.
   * @throws PullquoteError `missing-glyph`, `does-not-fit`, `bad-image`
   */
  clip(order: ClipOrder, audio: ClipAudio | null): Promise<Uint8Array>;
  /** Its first picture, as PNG. @throws as `clip` does */
  poster(order: ClipOrder): Promise<Uint8Array>;
  /** A small silent animation, of an order whose size is a preview's. @throws as `clip` does */
  preview(order: ClipOrder, format: PreviewFormat): Promise<Uint8Array>;
}

/** A drawer that works in this thread. */
export function createClipDrawer(parts: FilmParts, encoders: Encoders, mp3: Mp3Decoder): ClipDrawer {
  return {
    async clip(order, audio) {
      const sound = audio === null ? null : aacOf(audio, mp3);
      const film = await filmOf(parts, order);
      return muxClip(film, sound, tagsOf(order, sound !== null));
    },
    async poster(order) {
      const stage = await stageOf(parts, order);
      // Its layer is drawn on again only as a film: what the raster would keep of it is memory that the film needs.
      return parts.raster.png(posterOf(stage, order), { once: true });
    },
    preview: (order, format) => previewOf(parts, encoders, order, format),
  };
}

function tagsOf({ card, script }: ClipOrder, hasAudio: boolean): Parameters<typeof muxClip>[2] {
  const said = script.words.map(({ text, glued }, i) => (i === 0 || glued ? text : ` ${text}`)).join('');
  return {
    title: card.episode,
    artist: card.show,
    comment: [said, card.url, ...(hasAudio ? [] : ['This clip is silent: it was made without audio.'])].join(
      '\n',
    ),
  };
}

/** The key of a clip: known before it is drawn. `audio` names the sound's source, null for a silent clip. */
export function clipKey(order: ClipOrder, audio: string | null, drawerVersion: string): Promise<string> {
  const { name, revision } = clipTemplates[order.look.template];
  return cardKey({ ...order, audio, template: [name, revision], version: [CLIP_VERSION, drawerVersion] });
}
