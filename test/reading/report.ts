import type { Report } from '../../src/reading/schema.js';

/** A report of which nothing is known but its text and, unless told otherwise, a day of publication. */
export const reportOf = (text: string, published: string | null = '2024-03-25'): Report => ({
  id: 'sha256:0',
  file: null,
  title: null,
  published,
  publisher: null,
  url: null,
  language: 'en',
  text,
});
