/** The type of the pages themselves, for Latin; other scripts are set in what the reader's system has. */

/** The characters of the slices, as their packages give them. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';

/** A file of `dist/assets/pages/`, and where the build takes it from. Its name has the version: its bytes never change. */
interface PageFont {
  file: string;
  family: string;
  package: string;
  version: string;
  source: string;
}

export const PAGE_FONTS: readonly PageFont[] = [
  {
    file: 'inter-5.3.0.woff2',
    family: 'Inter',
    package: '@fontsource-variable/inter',
    version: '5.3.0',
    source: 'inter-latin-wght-normal.woff2',
  },
  {
    file: 'source-serif-4-5.3.1.woff2',
    family: 'Source Serif 4',
    package: '@fontsource-variable/source-serif-4',
    version: '5.3.1',
    source: 'source-serif-4-latin-wght-normal.woff2',
  },
];

/** Fetched only by pages that use the family; until it is there the system's own stands in. */
export const FONT_FACES = PAGE_FONTS.map(
  ({ file, family }) =>
    `@font-face{font-family:"${family}";src:url(/assets/${file}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:${LATIN}}`,
).join('');
