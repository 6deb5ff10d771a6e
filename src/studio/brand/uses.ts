/** What colours of words are for: as the report of a brand calls it, and as a person would. */
export const USES: Readonly<Record<string, string>> = {
  text: 'Words',
  muted: 'Small words',
  'muted on a panel': 'Small words, panel',
  'accent as text': 'Accent as words',
  'text on accent': 'Words on accent',
};
