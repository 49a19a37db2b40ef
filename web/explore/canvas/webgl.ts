let known: boolean | undefined;

/** Whether this browser can draw a graph. */
export function hasWebGl(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null;
  return known;
}
