/** What flags cannot close is removed at boot, before the bundle is loaded. */
import crypto from 'node:crypto';
import module, { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

/** Members that reach native bindings, other processes, files or the machine's state. */
const processMembers = [
  'getBuiltinModule',
  'binding',
  '_linkedBinding',
  'dlopen',
  'execve',
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  '_rawDebug',
  'chdir',
  'loadEnvFile',
  'mainModule',
];

const moduleMembers = [
  'registerHooks',
  'register',
  'createRequire',
  '_load',
  '_extensions',
  'enableCompileCache',
];

const globalMembers = [
  'fetch',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'localStorage',
  'sessionStorage',
];

/** Closes the process around the bundle that is about to be loaded. */
export function closeProcess(): void {
  Object.defineProperty(Error, 'stackTraceLimit', { value: 0, writable: false, configurable: false });
  closeReport();
  for (const name of processMembers) Reflect.deleteProperty(process, name);
  for (const name of moduleMembers) Reflect.deleteProperty(module, name);
  for (const name of globalMembers) Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(crypto.KeyObject, 'from');
  Reflect.deleteProperty(crypto.KeyObject.prototype, 'toCryptoKey');
  syncBuiltinESMExports();
}

/**
 * Gives up reading files: called when the bundle is loaded, after which it can load nothing more. Early versions of
 * Node 24 cannot drop a permission; there the bundle's own files stay readable.
 */
export function dropPermissions(): void {
  if (Reflect.has(process.permission, 'drop')) process.permission.drop('fs.read');
}

function closeReport(): void {
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  Reflect.deleteProperty(process, 'report');
}
