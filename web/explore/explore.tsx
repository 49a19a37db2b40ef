/** Not built yet. */
export function ExplorePage() {
  return null;
}
