/** Addresses of which only the beginning is known: which host they lead to, and whether they are relative. */
import type { KnownText } from './known-text.ts';

/** An origin such as `https://api.example:8443`, an address below whatever comes next, or one that may lead anywhere. */
export type Address = { readonly origin: string } | 'relative' | 'unknown';

const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** A text whose host is not over where it stops being known may name any host. */
export function addressOf({ start, isWhole }: KnownText): Address {
  const text = start.trimStart();
  if (SCHEME.test(text)) return absolute(text, isWhole);
  // `//host` and, to a browser, `/\host` name a host; so may what comes behind a lone slash.
  if (/^[/\\]{2}/.test(text)) return 'unknown';
  if (isWhole) return 'relative';
  return /^\/[^/\\]|^[?#]|^\.{1,2}\//.test(text) ? 'relative' : 'unknown';
}

function absolute(text: string, isWhole: boolean): Address {
  if (!isWhole && !/^[a-z][a-z\d+.-]*:[/\\]{2}[^/\\?#]+[/\\?#]/i.test(text)) return 'unknown';
  if (!URL.canParse(text)) return 'unknown';
  const { protocol, host } = new URL(text);
  return host === '' ? 'unknown' : { origin: `${protocol}//${host}` };
}

/** A host that is told by itself: `api.example`, `api.example:8443`. */
export function hostAddress({ start, isWhole }: KnownText): Address {
  const text = `https://${start}`;
  if (!isWhole || !URL.canParse(text)) return 'unknown';
  const { host, pathname } = new URL(text);
  return host !== '' && pathname === '/' ? { origin: `//${host}` } : 'unknown';
}
