/** Not built yet. */
export function ImportJobPage() {
  return null;
}
