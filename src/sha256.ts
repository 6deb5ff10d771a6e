/** Which of `sha256/` it is, the runtime's conditions decide (`imports` in package.json). */
export { sha256 } from '#sha256';
