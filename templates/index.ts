import type { Template } from '../src/layer/template.ts';
import { artwork } from './artwork.tsx';
import { bold } from './bold.tsx';
import { classic } from './classic.tsx';
import { dialogue } from './dialogue.tsx';
import { editorial } from './editorial.tsx';
import { highlighter } from './highlighter.tsx';
import { minimal } from './minimal.tsx';
import { templateNames, type TemplateName } from './names.ts';
import { portrait } from './portrait.tsx';
import { waveform } from './waveform.tsx';

/** All templates by name, in the order they are listed. */
export const templates = {
  classic,
  editorial,
  bold,
  portrait,
  artwork,
  minimal,
  highlighter,
  dialogue,
  waveform,
} as const satisfies Record<TemplateName, Template>;

export { templateNames, type TemplateName };
