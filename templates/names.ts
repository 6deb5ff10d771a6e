/** The templates' names, in the order they are listed; for those that need no more than the names. */
export const templateNames = [
  'classic',
  'editorial',
  'bold',
  'portrait',
  'artwork',
  'minimal',
  'highlighter',
  'dialogue',
  'waveform',
] as const;

export type TemplateName = (typeof templateNames)[number];
