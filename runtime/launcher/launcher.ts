/** What the launcher adds around a guarded process on Linux: namespaces and limits that a process cannot leave. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What can be added from outside, and what each closes. */
export const launcherSteps = {
  'network-namespace': 'an empty network namespace of its own',
  'read-only-root': 'a view of the file system in which nothing can be written',
  'no-core-dump': 'no core dump, and nothing in it if there were one',
  'no-new-privileges': 'no capabilities, and no way to gain any',
  'ends-with-broker': 'the kernel kills it when its broker is gone, whatever it does',
  'ends-first': 'the kernel kills it before anything else when memory runs out',
} as const;

/** A step by name. */
export type LauncherStep = keyof typeof launcherSteps;

/** How a guarded process is started: what was tried on this machine and works, and what could not be added. */
export interface Launcher {
  readonly added: readonly LauncherStep[];
  readonly missing: readonly LauncherStep[];
  /** The command that runs the program that is named behind it inside of all this. */
  readonly command: readonly string[];
}

const stepNames: readonly LauncherStep[] = [
  'network-namespace',
  'read-only-root',
  'no-core-dump',
  'no-new-privileges',
  'ends-with-broker',
  'ends-first',
];
const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
const probeMs = 5_000;
/** File systems that hold no files of their own, or whose device files must stay writable. */
const notMounted =
  'proc,sysfs,cgroup,cgroup2,devpts,devtmpfs,mqueue,securityfs,debugfs,tracefs,bpf,pstore'.split(',');

/** Tries each step and keeps what works; what it could not add is listed, and a row of the posture. */
export function findLauncher(): Launcher {
  const none: Launcher = { added: [], missing: stepNames, command: [] };
  if (process.platform !== 'linux' || find('sh') === undefined) return none;
  const own = launcherWith([]);
  if (own.missing.length === 0) return own;
  // the only user there who may remount; the capabilities that he has there are given up with the others
  const mapped = launcherWith(['--user', '--map-root-user']);
  return mapped.added.length > own.added.length ? mapped : own;
}

// All at once where they work together; else those that work alone, if these work together.
function launcherWith(identity: readonly string[]): Launcher {
  const works = (steps: readonly LauncherStep[]): boolean => isEffective(steps, identity);
  const possible = works(stepNames) ? stepNames : stepNames.filter((step) => works([step]));
  const added = possible === stepNames || works(possible) ? possible : [];
  return {
    added,
    missing: stepNames.filter((step) => !added.includes(step)),
    command: added.length === 0 ? [] : command(added, identity),
  };
}

// unshare, then a shell for what has no program of its own, then setpriv: each replaces the one before.
function command(steps: readonly LauncherStep[], identity: readonly string[]): readonly string[] {
  const has = (step: LauncherStep): boolean => steps.includes(step);
  const spaces = [
    ...(has('network-namespace') ? ['--net'] : []),
    ...(has('read-only-root') ? ['--mount'] : []),
  ];
  const lines = [
    ...(has('no-core-dump') ? ['echo 0 > /proc/self/coredump_filter', 'ulimit -c 0'] : []),
    ...(has('ends-first') ? ['echo 1000 > /proc/self/oom_score_adj'] : []),
    ...(has('read-only-root') ? [readOnly()] : []),
    'exec "$@"',
  ];
  const privileges = [
    ...(has('no-new-privileges') ? ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'] : []),
    ...(has('ends-with-broker') ? ['--pdeathsig', 'KILL'] : []),
  ];
  return [
    ...(spaces.length > 0 ? [tool('unshare'), ...identity, ...spaces, '--'] : []),
    ...[tool('sh'), '-c', lines.join(' && '), 'launch'],
    ...(privileges.length > 0 ? [tool('setpriv'), ...privileges, '--'] : []),
  ];
}

/** Shell conditions that only hold inside of a step. */
const proofs: Readonly<Record<LauncherStep, string>> = {
  'network-namespace': '[ "$(readlink /proc/self/ns/net)" != "$0" ]',
  'read-only-root': '! (: > /tmp/.stateless-probe) 2> /dev/null && [ ! -e /tmp/.stateless-probe ]',
  'no-core-dump': '[ "$(ulimit -c)" = 0 ]',
  'no-new-privileges':
    'grep -q "^NoNewPrivs:.1" /proc/self/status && grep -q "^CapEff:.0*$" /proc/self/status',
  // nothing shows it but its effect; a setpriv that does not know it fails
  'ends-with-broker': ':',
  'ends-first': '[ "$(cat /proc/self/oom_score_adj)" = 1000 ]',
};

function isEffective(steps: readonly LauncherStep[], identity: readonly string[]): boolean {
  const [program = '', ...values] = command(steps, identity);
  const script = [...steps.map((step) => proofs[step]), '[ -r "$1" ]'].join(' && ');
  const probe = [...values, tool('sh'), '-c', script, networkNamespace(), process.execPath];
  return (
    spawnSync(program, probe, {
      cwd: '/',
      env: { PATH: folders.join(':') },
      stdio: 'ignore',
      timeout: probeMs,
    }).status === 0
  );
}

function networkNamespace(): string {
  const link = spawnSync(tool('readlink'), ['/proc/self/ns/net'], { encoding: 'utf8' });
  return link.stdout.trim();
}

// All that is mounted, by one program, since each takes time from every boot; where its `mount` cannot, one by one.
function readOnly(): string {
  const mount = `${tool('mount')} -o remount,bind,ro`;
  const each = writableMounts().map((path) => `${mount} '${path}'`);
  return `{ ${mount} --all -t no${notMounted.join(',')} 2> /dev/null || { ${each.join(' && ')}; }; }`;
}

// The root first, and every other place where a file could be left; quotes and escapes in paths are left out.
function writableMounts(): readonly string[] {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const writable = mounts.filter(
    ([, path, type, options = '']) => path && type && /^rw\b/.test(options) && !notMounted.includes(type),
  );
  const paths = new Set(['/', ...writable.map(([, path = '']) => path)]);
  return [...paths].filter((path) => /^[\w./-]+$/.test(path) && !path.startsWith('/sys/'));
}

function tool(name: string): string {
  return find(name) ?? `/usr/bin/${name}`;
}

function find(name: string): string | undefined {
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path));
}
