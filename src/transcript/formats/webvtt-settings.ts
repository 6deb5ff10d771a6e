/** Settings of WebVTT cues and regions (W3C WebVTT, sections 6.2 and 6.3). What the specification ignores is ignored. */

export interface WebVttRegion {
  id: string;
  /** Percent of the video's width. */
  width: number;
  lines: number;
  regionAnchorX: number;
  regionAnchorY: number;
  viewportAnchorX: number;
  viewportAnchorY: number;
  scroll: '' | 'up';
}

export interface WebVttSettings {
  region: WebVttRegion | null;
  vertical: '' | 'rl' | 'lr';
  snapToLines: boolean;
  line: number | 'auto';
  lineAlign: 'start' | 'center' | 'end';
  position: number | 'auto';
  positionAlign: 'line-left' | 'center' | 'line-right' | 'auto';
  size: number;
  align: 'start' | 'center' | 'end' | 'left' | 'right';
}

const defaultSettings = (): WebVttSettings => ({
  region: null,
  vertical: '',
  snapToLines: true,
  line: 'auto',
  lineAlign: 'start',
  position: 'auto',
  positionAlign: 'auto',
  size: 100,
  align: 'center',
});

/** "Parse a percentage string". */
const readPercentage = (text: string): number | null => {
  if (!/^\d+(?:\.\d+)?%$/.test(text)) return null;
  const number = Number(text.slice(0, -1));
  return number <= 100 ? number : null;
};

const readLine = (text: string): number | null => {
  if (text.endsWith('%')) return readPercentage(text);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  // Minus zero is zero to everyone who compares it.
  return Number.isFinite(number) ? number + 0 : null;
};

const splitOnce = (text: string, at: string): [string, string] | null => {
  const i = text.indexOf(at);
  return i < 0 ? null : [text.slice(0, i), text.slice(i + 1)];
};

/** The `name:value` pairs of a settings list; neither part may be empty. */
function* pairsOf(text: string): Generator<[string, string]> {
  for (const setting of text.split(/[ \t\n\f\r]+/)) {
    const pair = splitOnce(setting, ':');
    if (pair && pair[0] !== '' && pair[1] !== '') yield pair;
  }
}

const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], otherwise: T): T =>
  allowed.find((item) => item === value) ?? otherwise;

/** "Parse the WebVTT cue settings". */
export const parseCueSettings = (text: string, regions: readonly WebVttRegion[]): WebVttSettings => {
  const settings = defaultSettings();
  for (const [name, value] of pairsOf(text)) {
    const [head = value, tail] = splitOnce(value, ',') ?? [value, undefined];
    if (name === 'region') settings.region = regions.findLast((region) => region.id === value) ?? null;
    if (name === 'vertical') settings.vertical = oneOf(value, ['rl', 'lr'], settings.vertical);
    if (name === 'align')
      settings.align = oneOf(value, ['start', 'center', 'end', 'left', 'right'], settings.align);
    if (name === 'size') settings.size = readPercentage(value) ?? settings.size;
    if (name === 'line') {
      const line = readLine(head);
      if (line === null) continue;
      settings.line = line;
      settings.snapToLines = !head.endsWith('%');
      settings.lineAlign = oneOf(tail, ['start', 'center', 'end'], settings.lineAlign);
    }
    if (name === 'position') {
      const position = readPercentage(head);
      if (position === null) continue;
      settings.position = position;
      settings.positionAlign = oneOf(tail, ['line-left', 'center', 'line-right'], settings.positionAlign);
    }
  }
  return settings;
};

const readPair = (value: string): [number, number] | null => {
  const parts = splitOnce(value, ',');
  const x = parts && readPercentage(parts[0]);
  const y = parts && readPercentage(parts[1]);
  return x !== null && y !== null ? [x, y] : null;
};

/** "Collect WebVTT region settings". */
export const parseRegionSettings = (text: string): WebVttRegion => {
  const region: WebVttRegion = {
    id: '',
    width: 100,
    lines: 3,
    regionAnchorX: 0,
    regionAnchorY: 100,
    viewportAnchorX: 0,
    viewportAnchorY: 100,
    scroll: '',
  };
  for (const [name, value] of pairsOf(text)) {
    if (name === 'id') region.id = value;
    if (name === 'width') region.width = readPercentage(value) ?? region.width;
    if (name === 'lines' && /^\d+$/.test(value)) region.lines = Number(value);
    if (name === 'scroll' && value === 'up') region.scroll = 'up';
    if (name === 'regionanchor') {
      [region.regionAnchorX, region.regionAnchorY] = readPair(value) ?? [
        region.regionAnchorX,
        region.regionAnchorY,
      ];
    }
    if (name === 'viewportanchor') {
      [region.viewportAnchorX, region.viewportAnchorY] = readPair(value) ?? [
        region.viewportAnchorX,
        region.viewportAnchorY,
      ];
    }
  }
  return region;
};
