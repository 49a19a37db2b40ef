import { parseDatabaseUrl } from '#shared/database/url.js';
import { loadDataset } from './load.js';
import { type DatasetName, datasetSizes } from './sizes.js';

// `npm run bench -- dataset W`, with DATABASE_URL of a superuser in an empty database: fills it, to look at or to plan queries on.
const name = process.argv[2] ?? '';
const address = parseDatabaseUrl(process.env['DATABASE_URL'] ?? '');
if (!(name in datasetSizes))
  throw new Error(`${name} is no size; ${Object.keys(datasetSizes).join(', ')} are.`);
if ('mistake' in address) throw new Error(`DATABASE_URL: ${address.mistake}`);
const began = performance.now();
await loadDataset(address, name as DatasetName);
console.log(`${name} loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
