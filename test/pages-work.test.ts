// What partners and analysts do in the pages, in a real browser on a real hub and database. Apart from the rest, so that two processors share them.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'Partner portal': './pages/portal.js',
  Imports: './pages/imports.js',
  'The relationship explorer': './pages/explore.js',
});
