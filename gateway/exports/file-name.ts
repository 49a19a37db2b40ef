import { create } from 'content-disposition';
import type { ExportFacts } from './export.js';
import { shortVersion } from './versions.js';

/** Names of files may have 255 bytes, which are 85 Chinese characters. */
const filterMaxLength = 60;

/** Yields a name that says what the file holds, of when, and of which version of the data: `links-status=ACTIVE-20261126T100004Z-3f2a91bc.csv`. */
export function fileName({ name, filter, exportedAt, dataVersion }: ExportFacts): string {
  const [, what = '', end = ''] = /^([^.]+)(\..+)$/.exec(name) ?? [];
  const parts = [
    what.replaceAll('/', '-'),
    ...[...new URLSearchParams(filter)].map(([parameter, value]) => `${parameter}=${value}`),
  ].join('-');
  const readable = parts.replace(/[^\p{L}\p{N}=,.-]+/gu, '_').slice(0, filterMaxLength);
  const time = exportedAt.replace(/[-:]|\.\d+/g, '');
  return `${readable}-${time}-${shortVersion(dataVersion)}${end}`;
}

/** Makes a browser keep the answer as a file of that name, whatever is in the name (RFC 6266, RFC 8187). */
export const asFile = (facts: ExportFacts): string => create(fileName(facts));
