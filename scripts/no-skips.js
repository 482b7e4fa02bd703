// Fails where a run of the tests skipped anything: a machine that is asked to test everything must be able to.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = report.testResults.flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
);
for (const name of skipped) console.error(`skipped: ${name}`);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
process.exitCode = skipped.length || report.numFailedTests || !report.numPassedTests ? 1 : 0;
