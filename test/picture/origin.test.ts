import { expect, test } from 'vitest';
import { fingerprints, isCopy, maybeCopies, shingles } from '../../src/picture/origin.js';

const words = (from: number, count: number, prefix = 'w') =>
  Array.from({ length: count }, (_, index) => `${prefix}${from + index}`);
const story = words(0, 200).join(' ');

const copies: [string, string, string][] = [
  ['the same story', story, story],
  ['one word in forty changed', story, story.replace(/\bw(\d*[05]0|20|7)\b/g, 'other$1')],
  ['a paragraph more', story, `${story} ${words(1000, 50).join(' ')}`],
  ['other punctuation and case', story, story.toUpperCase().replaceAll(' ', ', ')],
  ['quoted whole inside another', story, `${words(1000, 180).join(' ')} "${story}" ${words(2000, 180).join(' ')}`],
  ['two words', 'Bomb kills', 'bomb kills'],
];
test.each(copies)('of one origin: %s', (_, one, other) => {
  const [a, b] = [shingles(one), shingles(other)];
  expect(maybeCopies(fingerprints(one), fingerprints(other))).toBe(true);
  expect([isCopy(a, b), isCopy(b, a)]).toEqual([true, true]);
});

const originals: [string, string, string][] = [
  ['two stories', story, words(1000, 200).join(' ')],
  ['the same words in another order', story, words(0, 200).reverse().join(' ')],
  [
    'one sentence in common',
    `${words(1000, 200).join(' ')} ${words(0, 25).join(' ')}`,
    `${words(3000, 200).join(' ')} ${words(0, 25).join(' ')}`,
  ],
  ['one of many stories in a digest', story, `${story} ${words(1000, 600).join(' ')}`],
];
test.each(originals)('of two origins: %s', (_, one, other) => {
  expect(isCopy(shingles(one), shingles(other))).toBe(false);
});
