// Organizations, and where they are: what is read and what is changed.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Organizations: './organizations/organizations-writing.js',
  Incubations: './organizations/incubations-writing.js',
  Places: './organizations/places-writing.js',
  Records: './organizations/records-writing.js',
  Filters: './organizations/filters.js',
  'Without a link': './organizations/unlinked.js',
  'Look-ups by key': './organizations/entities.js',
  'The demonstration dataset': './organizations/demo.js',
});
