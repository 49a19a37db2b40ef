// Files of rows on their way in.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Journey: './imports/journey.js',
  Uploads: './imports/uploads.js',
  'Whole or not at all': './imports/whole.js',
  Files: './imports/files.js',
  'Steps that fail': './imports/failing.js',
  Crashes: './imports/crash.js',
});
