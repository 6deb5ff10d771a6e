/** The looks of a clip, in the order they are listed; each goes with the card of its name. */
export const clipTemplateNames = ['classic', 'bold', 'artwork', 'waveform'] as const;

export type ClipTemplateName = (typeof clipTemplateNames)[number];
