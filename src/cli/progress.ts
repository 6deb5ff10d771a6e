/** How far a long command is: a bar that stays on its line in a terminal, a line now and then elsewhere. */
import type { WriteStream } from 'node:tty';

/** Of the bar, in columns; a narrow terminal has less, down to none. */
const WIDTH = 30;
const NARROWEST = 8;
/** Without a terminal, a line for so many parts of the whole. */
const LINES = 10;
/** Milliseconds between two drawings of the bar. */
const REDRAW = 100;

export interface Progress {
  /** Counts one more as done. */
  step(): void;
  /** Leaves the line. */
  end(): void;
}

/** @param out mostly stderr, so that what the command prints stays clean */
export function progress(
  total: number,
  unit: string,
  out: Pick<WriteStream, 'write'> & { isTTY?: boolean; columns?: number },
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let done = 0;
  let drawnAt = -Infinity;

  const draw = (): void => {
    drawnAt = now();
    const told = status(done, total, unit, drawnAt - started);
    // A line that fills the terminal is wrapped, and then no longer replaced by the next.
    const columns = (out.columns ?? 80) - 1;
    const width = Math.min(WIDTH, columns - told.length - 1);
    const line = width < NARROWEST ? told : `${bar(done, total, width)} ${told}`;
    out.write(`\r\u001B[K${line.slice(0, Math.max(columns, 0))}`);
  };
  return {
    step() {
      done++;
      if (out.isTTY === true) {
        if (done === total || now() - drawnAt >= REDRAW) draw();
      } else if (
        done === total ||
        Math.floor((done * LINES) / total) > Math.floor(((done - 1) * LINES) / total)
      ) {
        out.write(`${status(done, total, unit, now() - started)}\n`);
      }
    },
    end() {
      if (out.isTTY !== true) return;
      draw();
      out.write('\n');
    },
  };
}

function bar(done: number, total: number, width: number): string {
  const full = total === 0 ? width : Math.round((done / total) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}

/** `312/1000 cards, 84/s, 0:08 left` */
function status(done: number, total: number, unit: string, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const left = done < total && rate > 0 ? [`${clock((total - done) / rate)} left`] : [];
  const shown = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  return [`${done}/${total} ${unit}`, ...(rate > 0 ? [`${shown}/s`] : []), ...left].join(', ');
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
