import type { Layers } from '../layer/layers.ts';
import type { SlotBox } from '../layer/model.ts';
import type { Area, Board, Raster } from '../raster/model.ts';
import type { PlacedFill, PlacedText, TextEngine } from '../text/model.ts';
import type { H264, H264Encoder } from './h264/encoder.ts';
import type { VideoFormat } from './h264/parameters.ts';
import { type ClipOrder, RATE } from './model.ts';
import { type Stage, stageOf } from './stage.ts';
import { frameCount, type Moment, momentsOf } from './timeline.ts';

/** Quantisers: fine enough for gradients in key pictures, sharp text in between. */
const KEY_QUANTISER = 14;
const CHANGE_QUANTISER = 19;

/** Pictures from one key picture to the next: two seconds. */
const KEY_EVERY = 2 * RATE;

export interface FilmParts {
  layers: Layers;
  text: TextEngine;
  raster: Raster;
  h264: H264;
}

/** A coded picture, as MP4 files hold it. */
interface CodedPicture {
  unit: Uint8Array<ArrayBuffer>;
  isKey: boolean;
}

export interface Film {
  format: VideoFormat;
  pictures: CodedPicture[];
}

/** Told of every picture's pixels, 24-bit RGB rows, as it is coded: for measurements. */
export type Watch = (rgb: Uint8Array, encoder: H264Encoder) => void;

/**
 * Draws and codes a clip's pictures.
 * @throws PullquoteError as `stageOf` does
 */
export async function filmOf(parts: FilmParts, order: ClipOrder, watch?: Watch): Promise<Film> {
  const { width, height } = order.look.size;
  const format = { width, height, rate: RATE };
  const stage = await stageOf(parts, order);
  // Nothing waits from here on, so that no other film can begin before this one ends.
  const encoder = parts.h264.begin(format);
  const bar = barOf(stage.track, order.card.direction === 'rtl');
  const { cut } = order.script;
  const moments = momentsOf(stage.captions, frameCount(cut.endMs - cut.startMs), {
    marked: order.look.style === 'karaoke' && order.script.timed === 'words',
    steps: bar.steps,
  });
  const board = parts.raster.board({ layer: stage.layer, texts: [...stage.still, fillText(bar.rest)] });
  try {
    const player = new Player(board, encoder, stage, bar);
    const pictures = moments.map((moment, i): CodedPicture => {
      player.show(moment);
      const isKey = i % KEY_EVERY === 0;
      const unit = isKey ? encoder.key(KEY_QUANTISER) : encoder.changes(CHANGE_QUANTISER);
      watch?.(board.rgb(), encoder);
      return { unit, isKey };
    });
    return { format, pictures };
  } finally {
    board.release();
  }
}

/** Brings the board from one moment to the next, and what changed to the encoder. */
class Player {
  readonly #board: Board;
  readonly #encoder: H264Encoder;
  readonly #stage: Stage;
  readonly #bar: Bar;
  #shown: Moment = { caption: -1, word: -1, progress: 0 };
  #caption: Area | null = null;

  constructor(board: Board, encoder: H264Encoder, stage: Stage, bar: Bar) {
    this.#board = board;
    this.#encoder = encoder;
    this.#stage = stage;
    this.#bar = bar;
    const { width, height } = stage.layer;
    encoder.put(board.rgb(), { x: 0, y: 0, width, height });
  }

  show(moment: Moment): void {
    const shown = this.#shown;
    if (moment.caption !== shown.caption || moment.word !== shown.word) this.#showCaption(moment);
    if (moment.progress > shown.progress) {
      const fill = this.#bar.played(shown.progress, moment.progress);
      this.#draw(fill, [fillText(fill)]);
    }
    this.#shown = moment;
  }

  #showCaption({ caption: index, word }: Moment): void {
    const caption = this.#stage.captions[index];
    const text = caption === undefined ? null : this.#stage.caption(caption, word);
    const area = text === null ? null : areaOf(text, this.#stage.layer);
    const both = union(this.#caption, area);
    this.#caption = area;
    if (both !== null) this.#draw(both, text === null ? [] : [text]);
  }

  #draw(area: Area, texts: readonly PlacedText[]): void {
    this.#board.draw(area, texts);
    this.#encoder.put(this.#board.rgb(), area);
  }
}

/** The progress bar: a fill a step, on even pixels, so that every step changes few macroblocks. */
interface Bar {
  steps: number;
  rest: PlacedFill;
  /** What is added from one length to another. */
  played(from: number, to: number): PlacedFill;
}

/** Pixels a step. */
const STEP = 2;

function barOf(track: SlotBox, fromRight: boolean): Bar {
  const x = roundEven(track.left);
  const steps = Math.floor(track.width / STEP);
  const height = Math.max(4, roundEven(track.height / 8));
  const y = roundEven(track.top + track.height) - height;
  const fill = (from: number, to: number, color: string): PlacedFill => ({
    x: x + STEP * (fromRight ? steps - to : from),
    y,
    width: STEP * (to - from),
    height,
    radius: 0,
    color,
  });
  return {
    steps,
    rest: fill(0, steps, track.lineFill?.color ?? track.color),
    played: (from, to) => fill(from, to, track.color),
  };
}

function roundEven(value: number): number {
  return Math.round(value / 2) * 2;
}

/** A fill as the compositor takes it. */
function fillText(fill: PlacedFill): PlacedText {
  const none = { lines: [], glyphs: [], emoji: [] };
  const { y: top, height } = fill;
  return {
    slot: 'track',
    size: 0,
    ...none,
    fills: [fill],
    top,
    bottom: top + height,
    fits: true,
    cut: false,
  };
}

/** What a text's ink may reach, with half an em to spare, in even pixels of the picture. */
function areaOf(text: PlacedText, { width, height }: { width: number; height: number }): Area {
  const margin = text.size / 2;
  const left = Math.min(...text.lines.map((line) => line.left)) - margin;
  const right = Math.max(...text.lines.map((line) => line.left + line.width)) + margin;
  const x = Math.max(0, 2 * Math.floor(left / 2));
  const y = Math.max(0, 2 * Math.floor((text.top - margin) / 2));
  return {
    x,
    y,
    width: Math.min(width, 2 * Math.ceil(right / 2)) - x,
    height: Math.min(height, 2 * Math.ceil((text.bottom + margin) / 2)) - y,
  };
}

function union(a: Area | null, b: Area | null): Area | null {
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
