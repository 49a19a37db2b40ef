/** Colours that can be told apart by who sees red and green alike (Okabe and Ito), dark enough and light enough for both themes. */
export const palette = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#8c6bb1',
  '#b8a000',
  '#7f7f7f',
] as const;

/** What has no kind. */
export const neutral = '#8a94a3';
