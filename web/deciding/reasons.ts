/** The reasons for which statements are most often wrong: one key each. */
export const REJECT_REASONS = [
  'Not what the text says',
  'Not an attack or threat of this kind',
  'An old event told again',
  'The wrong actor or place',
  'Not to be believed',
] as const;
