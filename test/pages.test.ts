// What people see of a city, in a real browser on a real hub and database.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Dashboard: './pages/dashboard.js',
  'Signing in': './pages/sign-in.js',
  'Files of the pages': './pages/serving.js',
  Incubation: './pages/incubation.js',
  Funds: './pages/funds.js',
});
