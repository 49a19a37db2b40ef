/** Not built yet. */
export function PortalPage() {
  return null;
}
