import type { Area, Board, Raster, Scene } from '../raster/model.ts';
import type { PlacedText } from '../text/model.ts';
import { type ClipOrder, lengthMs } from './model.ts';
import type { Stage } from './stage.ts';
import { frameCount, type Moment, momentsOf } from './timeline.ts';
import { type Track, trackOf } from './track.ts';

/** A clip's pictures, one after the other. */
export interface Playing {
  /** How many there are. */
  frames: number;
  /** Brings the board to the next picture. @returns the areas that changed, even in all four numbers */
  next(): Area[];
  /** The picture as it is: 24-bit RGB rows. Lasts until the raster is next used. */
  rgb(): Uint8Array;
  release(): void;
}

/** Sets a stage's first picture on a board. @param rate pictures a second */
export function play(
  raster: Raster,
  stage: Stage,
  { card, look, script, peaks }: ClipOrder,
  rate: number,
): Playing {
  const track = trackOf(stage.track, peaks, card.direction === 'rtl');
  const moments = momentsOf(stage.captions, {
    frames: frameCount(lengthMs(script), rate),
    rate,
    marked: look.style === 'karaoke' && script.timed === 'words',
    steps: track.steps,
  });
  const board = raster.board({ layer: stage.layer, texts: [...stage.still, track.still] });
  const player = new Player(board, stage, track);
  let shown = 0;
  return {
    frames: moments.length,
    next() {
      const moment = moments[shown];
      if (moment === undefined) throw new RangeError('The clip has no further picture.');
      const first = shown++ === 0;
      const areas = player.show(moment);
      const { width, height } = stage.layer;
      return first ? [{ x: 0, y: 0, width, height }] : areas;
    },
    rgb: () => board.rgb(),
    release: () => board.release(),
  };
}

/** The first picture: the first caption, no word of it marked, nothing played. */
export function posterOf(stage: Stage, { card, peaks }: ClipOrder): Scene {
  const [first] = stage.captions;
  const track = trackOf(stage.track, peaks, card.direction === 'rtl');
  const words = first === undefined ? [] : [stage.caption(first, -1)];
  return { layer: stage.layer, texts: [...stage.still, track.still, ...words] };
}

/** Brings the board from one moment to another. */
class Player {
  readonly #board: Board;
  readonly #stage: Stage;
  readonly #track: Track;
  #shown: Moment = { caption: -1, word: -1, progress: 0 };
  #caption: Area | null = null;

  constructor(board: Board, stage: Stage, track: Track) {
    this.#board = board;
    this.#stage = stage;
    this.#track = track;
  }

  show(moment: Moment): Area[] {
    const shown = this.#shown;
    this.#shown = moment;
    const isSame = moment.caption === shown.caption && moment.word === shown.word;
    const caption = isSame ? null : this.#showCaption(moment);
    const played =
      moment.progress > shown.progress ? this.#track.played(shown.progress, moment.progress) : [];
    for (const { area, text } of played) this.#board.draw(area, [text]);
    return [...(caption === null ? [] : [caption]), ...played.map(({ area }) => area)];
  }

  #showCaption({ caption: index, word }: Moment): Area | null {
    const caption = this.#stage.captions[index];
    const text = caption === undefined ? null : this.#stage.caption(caption, word);
    const area = text === null ? null : areaOf(text, this.#stage);
    const both = union(this.#caption, area);
    this.#caption = area;
    if (both !== null) this.#board.draw(both, text === null ? [] : [text]);
    return both;
  }
}

/**
 * What a caption's ink may reach, with half an em to spare, in even pixels of the picture. Not the track below it: what was played
 * there is not in the still picture.
 */
function areaOf(text: PlacedText, { layer, track }: Stage): Area {
  const margin = text.size / 2;
  const left = Math.min(...text.lines.map((line) => line.left)) - margin;
  const right = Math.max(...text.lines.map((line) => line.left + line.width)) + margin;
  const x = Math.max(0, 2 * Math.floor(left / 2));
  const y = Math.max(0, 2 * Math.floor((text.top - margin) / 2));
  const bottom = Math.min(2 * Math.ceil((text.bottom + margin) / 2), 2 * Math.floor(track.top / 2));
  return { x, y, width: Math.min(layer.width, 2 * Math.ceil(right / 2)) - x, height: bottom - y };
}

/** The least area that holds both. */
export function union(a: Area | null, b: Area | null): Area | null {
  if (a === null || b === null) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
