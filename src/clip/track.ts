import type { SlotBox } from '../layer/model.ts';
import type { Area } from '../raster/model.ts';
import type { PlacedFill, PlacedText } from '../text/model.ts';

/** The waveform and the bar below it, which are coloured as the clip plays. */
export interface Track {
  /** Lengths it can be played to. */
  steps: number;
  /** All of it, not played. */
  still: PlacedText;
  /** What to draw when it was played to `from` and now is to `to`: each within an area of its own. */
  played(from: number, to: number): { area: Area; text: PlacedText }[];
}

/** Pixels a step, so that few macroblocks change with each. */
const STEP = 2;

/** Shares of the slot's height. */
const BAR = 1 / 12;
const GAP = 1 / 6;

/** A wave's bar with the space beside it, as a share of the wave's height. */
const PITCH = 1 / 5;

/**
 * Lays out the track in its slot, all of it on even pixels.
 * @param peaks loudness, 0 to 255, or `null` for no waveform
 */
export function trackOf(slot: SlotBox, peaks: readonly number[] | null, fromRight: boolean): Track {
  const [left, width] = [roundEven(slot.left), STEP * Math.floor(slot.width / STEP)];
  const [on, off] = [slot.color, slot.lineFill?.color ?? slot.color];
  const thick = Math.max(4, roundEven(slot.height * BAR));
  const bottom = roundEven(slot.top + slot.height);
  const steps = width / STEP;
  const bar = (from: number, to: number, color: string): PlacedFill => ({
    x: left + STEP * (fromRight ? steps - to : from),
    y: bottom - thick,
    width: STEP * (to - from),
    height: thick,
    radius: thick / 2,
    color,
  });
  const waves = peaks === null ? [] : waveOf(peaks, { slot, left, width, bottom, off, fromRight });
  const reached = (step: number): number => Math.floor((step / steps) * waves.length);
  // Steps of the round end of what was played before, which is drawn over; the new part begins before it, to be round there only.
  const round = Math.ceil(thick / 2 / STEP);
  const barOf = (from: number, to: number): { area: Area; text: PlacedText } => {
    // One that is shorter than it is thick is less round, so both of its ends are drawn anew.
    const again = from < 2 * round ? 0 : from - round;
    return {
      area: alone(bar(again, to, on)).area,
      text: fillText([bar(Math.max(0, again - round), to, on)]),
    };
  };
  return {
    steps,
    still: fillText([bar(0, steps, off), ...waves]),
    played: (from, to) => [
      barOf(from, to),
      ...waves.slice(reached(from), reached(to)).map((wave) => alone({ ...wave, color: on })),
    ],
  };
}

interface WavePlace {
  slot: SlotBox;
  left: number;
  width: number;
  bottom: number;
  off: string;
  fromRight: boolean;
}

/** The wave's bars in the order they are played. */
function waveOf(
  peaks: readonly number[],
  { slot, left, width, bottom, off, fromRight }: WavePlace,
): PlacedFill[] {
  const height = roundEven(slot.height * (1 - BAR - GAP));
  const middle = roundEven(bottom - slot.height + height / 2);
  const pitch = Math.max(4, roundEven(height * PITCH));
  const wide = Math.max(2, roundEven(pitch * 0.56));
  const count = Math.floor((width + pitch - wide) / pitch);
  const first = left + roundEven((width - count * pitch + pitch - wide) / 2);
  const most = Math.max(...peaks.map(amplitude), amplitude(0));
  return Array.from({ length: count }, (_, i): PlacedFill => {
    const loud = loudnessOf(peaks, i / count, (i + 1) / count) / most;
    const half = Math.max(wide / 2, Math.round((loud * height) / 2));
    const place = fromRight ? count - 1 - i : i;
    return {
      x: first + place * pitch,
      y: middle - half,
      width: wide,
      height: 2 * half,
      radius: wide / 2,
      color: off,
    };
  });
}

/** The mean amplitude of a part of the peaks, given in shares of the whole. */
function loudnessOf(peaks: readonly number[], from: number, to: number): number {
  const first = Math.min(peaks.length - 1, Math.floor(from * peaks.length));
  const part = peaks.slice(first, Math.max(first + 1, Math.floor(to * peaks.length)));
  return part.reduce((sum, peak) => sum + amplitude(peak), 0) / Math.max(1, part.length);
}

/** Peaks are even in decibels, 48 of them up to 255; what is heard as louder is seen so by amplitude, a little levelled. */
function amplitude(peak: number): number {
  return 10 ** ((0.8 * 48 * (peak - 255)) / 255 / 20);
}

function roundEven(value: number): number {
  return Math.round(value / 2) * 2;
}

/** A fill in the least area of even pixels that holds it. */
function alone(fill: PlacedFill): { area: Area; text: PlacedText } {
  const y = 2 * Math.floor(fill.y / 2);
  const height = 2 * Math.ceil((fill.y + fill.height) / 2) - y;
  return { area: { x: fill.x, y, width: fill.width, height }, text: fillText([fill]) };
}

/** Fills as the compositor takes them. */
function fillText(fills: PlacedFill[]): PlacedText {
  return {
    slot: 'track',
    size: 0,
    lines: [],
    glyphs: [],
    emoji: [],
    fills,
    top: 0,
    bottom: 0,
    fits: true,
    cut: false,
  };
}
