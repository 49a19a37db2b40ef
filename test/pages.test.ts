// What people see, in a real browser on a real hub and database.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'Files of the pages': './pages/serving.ts',
  'The relationship explorer': './pages/explore.ts',
});
