import type { Plugin } from 'esbuild';

/** Leaves zod's messages in forty languages out of a bundle: what they would say is said here in sentences of our own. */
export const zodInEnglish: Plugin = {
  name: 'zod-in-english',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};
