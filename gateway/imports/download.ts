import { create } from 'content-disposition';

/** Makes a browser keep an answer as a file of that name; it is its viewer's alone. */
export const asDownload = (name: string): Record<string, string> => ({
  'cache-control': 'no-store',
  'content-disposition': create(name),
});
