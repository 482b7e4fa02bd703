// Lets `npx tocsin` find the project's own command at once: without the link npx first installs, and so builds, it anew.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';

mkdirSync('node_modules/.bin', { recursive: true });
rmSync('node_modules/.bin/tocsin', { force: true });
symlinkSync('../../bin/tocsin.js', 'node_modules/.bin/tocsin');
