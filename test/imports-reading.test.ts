// From the bytes of a file to lines of cells, and the files that go out.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  CSV: './imports-reading/csv.js',
  JSON: './imports-reading/json.js',
  Workbooks: './imports-reading/workbooks.js',
  'Hostile archives': './imports-reading/hostile-archives.js',
  'What a file is': './imports-reading/formats.js',
  'Numbers of persons': './imports-reading/personal-numbers.js',
  'The thread': './imports-reading/thread.js',
  'Files that go out': './imports-reading/files-out.js',
});
