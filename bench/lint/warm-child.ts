/** Lints a file, edits it, and lints it again in the same process: prints the CPU time of the second lint, in ms. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { ESLint } from 'eslint';

const [config = '', file = ''] = process.argv.slice(2);
const eslint = new ESLint({ overrideConfigFile: config });
const before = readFileSync(file, 'utf8');
await eslint.lintText(before, { filePath: file });
const after = `${before}\nexport const edited = 1;\n`;
writeFileSync(file, after);
const start = process.cpuUsage();
await eslint.lintText(after, { filePath: file });
const { user, system } = process.cpuUsage(start);
writeFileSync(file, before);
process.stdout.write(String((user + system) / 1000));
