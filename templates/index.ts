import type { Template } from '../src/layer/template.ts';
import { classic } from './classic.tsx';

/** All templates by name, in the order they are listed. */
export const templates = { classic } as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;

/** The names, as a tuple for `z.enum`. */
export const templateNames = ['classic'] as const satisfies readonly TemplateName[];
