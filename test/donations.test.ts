// Money and goods, and the books of both.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Giving: './donations/giving.js',
  Campaigns: './donations/campaigns.js',
  Grants: './donations/grants.js',
  Ledger: './donations/ledger.js',
  Concentration: './donations/concentration.js',
  'Check of the books': './donations/books.js',
});
