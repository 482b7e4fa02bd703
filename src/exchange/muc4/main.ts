/** `npm run -s muc4 -- TEXTFILE…`: prints the templates of every message. */
import { readFileSync } from 'node:fs';
import { readMessages } from './layout.js';
import { templatesOf } from './read.js';
import { printIrrelevant, printTemplate } from './template.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run -s muc4 -- TEXTFILE…   (texts in the MUC-4 layout; prints the 25-slot templates)');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    for (const message of readMessages(readFileSync(file, 'latin1'))) {
      const templates = templatesOf(message);
      const printed = templates.length
        ? templates.map((t, i) => printTemplate(t, i + 1))
        : [printIrrelevant(message.id)];
      process.stdout.write(`${printed.join('\n\n')}\n\n`);
    }
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
