/** Hosts that a team allows: `api.example`, `*.api.example`, `api.example:8443`, `https://api.example`, `self`. */

/** What a pattern may look like, as the source of a regular expression for a schema. */
export const hostPattern =
  '^(?:self|(?:[a-z][a-z0-9+.-]*://)?(?:\\*\\.)?(?:[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+\\])(?::[0-9]+)?)$';

/** Whether an origin such as `https://api.example:8443` is one of those that patterns allow. One that is not known never is. */
export function isAllowed(origin: string | undefined, patterns: readonly string[]): boolean {
  return origin !== undefined && patterns.some((pattern) => fits(origin, pattern));
}

function fits(origin: string, pattern: string): boolean {
  if (origin === 'self' || pattern === 'self') return origin === pattern;
  const [scheme, host] = parted(origin);
  const [wantedScheme, wantedHost] = parted(pattern);
  if (wantedScheme !== '' && wantedScheme !== scheme) return false;
  const [name, port] = hostParts(host);
  const [wantedName, wantedPort] = hostParts(wantedHost);
  if (wantedPort !== '' && wantedPort !== port && wantedPort !== DEFAULT_PORTS.get(`${scheme} ${port}`))
    return false;
  return wantedName.startsWith('*.') ? name.endsWith(wantedName.slice(1)) : name === wantedName;
}

/** The port that an origin leaves out. */
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http: ', '80'],
  ['ws: ', '80'],
  ['https: ', '443'],
  ['wss: ', '443'],
]);

function parted(text: string): readonly [scheme: string, host: string] {
  const start = text.indexOf('//');
  return start < 0 ? ['', text] : [text.slice(0, start), text.slice(start + 2)];
}

/** A name that ends with a dot is the same name. */
function hostParts(host: string): readonly [name: string, port: string] {
  const [, name = '', port = ''] = /^(.*?)\.?(?::(\d+))?$/.exec(host) ?? [];
  return [name, port];
}
