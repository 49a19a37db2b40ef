// What people see of a city, in a real browser on a real hub and database.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Dashboard: './pages/dashboard.ts',
  'Signing in': './pages/sign-in.ts',
  'Files of the pages': './pages/serving.ts',
  Incubation: './pages/incubation.ts',
  Funds: './pages/funds.ts',
});
