/** Not built yet. */
export function ResourceFormPage() {
  return null;
}
