import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/exchange/muc4/layout.js';
import { templatesOf } from '../../../src/exchange/muc4/read.js';
import { printIrrelevant, printTemplate } from '../../../src/exchange/muc4/template.js';

const SHARED = new URL('../../../../shared/', import.meta.url).pathname;
const TEXTS = `${SHARED}data/muc4/tst2/tst2-muc4`;

/** Skipped where ../shared is missing: the texts and the scorer are not ours to keep here. */
describe.skipIf(!existsSync(TEXTS))('score on texts that were never looked at (tst2)', () => {
  it('is at least 42 F over all templates', async () => {
    const { createScorer, parseTemplates } = await import(`${SHARED}eval/muc4.mjs`);
    const printed = readMessages(readFileSync(TEXTS, 'latin1')).flatMap((message) => {
      const templates = templatesOf(message);
      return templates.length ? templates.map((t, i) => printTemplate(t, i + 1)) : [printIrrelevant(message.id)];
    });
    const keys = parseTemplates(readFileSync(`${SHARED}data/muc4/tst2/key-tst2.v4`, 'latin1'));
    const { f } = createScorer().score(keys, parseTemplates(printed.join('\n\n')));
    expect(f['P&R']).toBeGreaterThanOrEqual(42);
  }, 60_000);
});
