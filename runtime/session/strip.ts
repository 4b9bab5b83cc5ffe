/**
 * Strips types as a program of its own: takes addresses of TypeScript modules, and prints their JavaScript as a JSON list
 * of texts. It runs once for a broker: Node's stripper takes longer to load than the rest of a session process.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Bytes that fit into the arguments of a process: of one module, and of all. What does not fit is stripped at boot. */
const fits = { one: 100_000, all: 500_000 } as const;

console.log(JSON.stringify(stripped(process.argv.slice(2))));

// As long as the list of addresses: an empty text for an address that is empty or was there before.
function stripped(urls: readonly string[]): readonly string[] {
  let total = 0;
  return urls.map((url, place) => {
    if (url === '' || urls.indexOf(url) < place) return '';
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    const length = Buffer.byteLength(source);
    if (length > fits.one || total + length > fits.all) return '';
    total += length;
    return source;
  });
}
