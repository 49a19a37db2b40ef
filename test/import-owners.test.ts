// What the owners of nouns make of rows of files: looked at, written all or not at all, and taken back.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Partners: './import-owners/partners.js',
  Resources: './import-owners/resources.js',
  Organizations: './import-owners/organizations.js',
  Donations: './import-owners/donations.js',
});
