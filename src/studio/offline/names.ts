/** Where answers of the API are kept. */
export const DATA = 'studio-data';

/** Says that what was kept of the API is to be forgotten. */
export const CLEAR = 'clear';
