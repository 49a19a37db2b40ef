/** Says where a server listens, as the hub does. */
export const ready = (url) => console.log(`ready ${url.replace(/\/$/, '')}`);

/** Listens on a free port of this machine. */
export function listen(server) {
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
}
