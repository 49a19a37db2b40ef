// Answers are kept, and never stale.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'Never stale': './cache/never-stale.js',
  'What is kept': './cache/rules.js',
  'A lost channel': './cache/channel.js',
});
