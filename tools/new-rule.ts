/** `npm run new:rule NAME`: makes a rule's file, test, page and fixture, which fail until they are filled in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { filesOfRule } from './rule-templates.ts';

const root = join(import.meta.dirname, '..');

process.exitCode = makeRule(process.argv[2]);

function makeRule(name: string | undefined): number {
  if (name === undefined || !/^(?:no|require|enforce)(?:-[a-z0-9]+)+$/.test(name)) {
    console.error(
      'Give the name of the rule, as in: npm run new:rule no-plaintext-to-queue (no-, require- or enforce-).',
    );
    return 2;
  }
  const files = filesOfRule(name);
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) {
    console.error(`${taken.join(', ')}: already there, nothing is written.`);
    return 2;
  }
  for (const [file, text] of Object.entries(files)) write(file, text);
  console.log(`Made ${Object.keys(files).join(', ')}.`);
  console.log('Next: fill them in, name the rule in rules/index.ts, then npm run generate and npm test.');
  return 0;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
