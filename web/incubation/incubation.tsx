/** Not built yet. */
export function IncubationPage() {
  return null;
}
