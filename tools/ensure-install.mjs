// Makes `npm start` and `npm test` work as the first command on a fresh clone. Plain JavaScript, for any old Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.stateless-install');
const oldestNode = [24, 7];

if (process.argv.includes('--stamp')) writeStampAfterInstall();
else ensureInstall();

function ensureInstall() {
  if (!isInstalled()) install();
  checkNode();
}

/** npm's `prepare` runs after `npm install` and `npm ci` (write the stamp), and before `npm pack` (do not). */
function writeStampAfterInstall() {
  if (['install', 'ci'].includes(process.env.npm_command ?? '') && existsSync(modules)) writeStamp();
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

function install() {
  console.log('Installing the dependencies of the lock file (once) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const result = spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) fail(`npm ${args[0]} failed: see its message above, then run the command again.`);
  writeStamp();
}

function writeStamp() {
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lockDigest());
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Scripts run on the Node of `tools/node` where npm has it for the platform, else on the machine's own. */
function checkNode() {
  const version = scriptNodeVersion();
  const expected = expectedNodeVersion();
  if (version === expected) return;
  if (!isSupported(version)) {
    fail(
      `npm scripts run on Node ${version}, but need ${oldestNode.join('.')} or newer: install it, or allow npm's optional dependencies.`,
    );
  }
  console.warn(
    `npm scripts run on Node ${version}, not on the ${expected} that this repository is tested with.`,
  );
}

function scriptNodeVersion() {
  const path = [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  const result = spawnSync('node', ['-p', 'process.versions.node'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  });
  return result.status === 0 ? result.stdout.trim() : 'unknown';
}

function expectedNodeVersion() {
  const manifest = JSON.parse(readFileSync(join(root, 'tools/node/package.json'), 'utf8'));
  return manifest.optionalDependencies.node.replace(/^.*@/, '');
}

function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
