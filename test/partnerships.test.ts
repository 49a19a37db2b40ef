// Partners, what they offer, and who gets it.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Partners: './partnerships/partners.js',
  Texts: './partnerships/partners-texts.js',
  Resources: './partnerships/resources.js',
  Links: './partnerships/links.js',
  Proposals: './partnerships/proposals.js',
  Network: './partnerships/network.js',
  Qualifications: './partnerships/qualifications.js',
  Capacity: './partnerships/capacity.js',
  'Large network': './partnerships/large-network.js',
  Suggestions: './partnerships/suggestions.js',
  'Idle resources': './partnerships/idle.js',
  Coverage: './partnerships/coverage.js',
  'Walls between partners': './partnerships/walls.js',
  'Walls in the database': './partnerships/walls-database.js',
});
