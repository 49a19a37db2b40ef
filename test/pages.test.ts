// What people see, in a real browser on a real hub and database.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'Files of the pages': './pages/serving.ts',
  Incubation: './pages/incubation.ts',
  Funds: './pages/funds.ts',
});
