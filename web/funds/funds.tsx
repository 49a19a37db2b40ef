/** Not built yet. */
export function FundsPage() {
  return null;
}
