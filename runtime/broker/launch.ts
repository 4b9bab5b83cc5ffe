/** How session processes of a bundle are started, and the digest that tells a client exactly that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { sha256 } from '../attestation/report-data.ts';
import { concat, lengthPrefixed, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { KemName } from '../hpke/suites.ts';
import { flagsForDigest } from '../session/flags.ts';
import { entries, extension, runtimeFolder, runtimeReadable } from './places.ts';
import type { Bundle, Start } from './launch-parts.ts';

/** Whether the evidence is real. It enters the digest, so that a client can tell. */
export type Mode = 'simulated' | 'attested';

const label = 'stateless-runtime launch v1';
/** In the order in which a session process reads them. */
const resolutionParts = ['specifier', 'parent', 'url', 'format', 'source'] as const;
const foldersWithoutCode = /(?:^|\/)(?:node_modules|dist)\//;

/** How each session process of this bundle is started. */
export function sessionStart(bundle: Bundle, kem: KemName, launcher: readonly string[], sessions = 1): Start {
  const flat = bundle.resolutions.flatMap((each) => resolutionParts.map((part) => each[part]));
  return {
    entry: entries.session,
    arguments: [bundle.url, kem, String(sessions), ...flat],
    readable: [...runtimeReadable, ...bundle.files],
    memoryMb: bundle.description.limits.memoryMb,
    launcher,
    sessions,
  };
}

/**
 * SHA-256 over flags, bundle digest, runtime digest, Node version and mode, each length-prefixed, and in the tier `epoch`
 * over the number of sessions that share a process.
 */
export async function launchDigest(bundle: Bundle, mode: Mode, sessions = 1): Promise<Bytes> {
  const flags = lengthPrefixed(...flagsForDigest(bundle.description.limits.memoryMb).map(utf8));
  const parts = [utf8(label), flags, await bundleDigest(bundle), await runtimeDigest()];
  const tier = sessions > 1 ? [utf8(`epoch of ${sessions}`)] : [];
  return sha256(lengthPrefixed(...parts, utf8(process.version), utf8(mode), ...tier));
}

// The contents in the order of their own digests, the entry first: where the files lie makes no difference.
async function bundleDigest({ files }: Bundle): Promise<Bytes> {
  const [entry, ...others] = await Promise.all(files.map(fileDigest));
  if (entry === undefined) throw new TypeError('a bundle has at least one file');
  others.sort((left, right) => Buffer.compare(left, right));
  return sha256(lengthPrefixed(entry, ...others));
}

async function runtimeDigest(): Promise<Bytes> {
  const names = readdirSync(runtimeFolder, { recursive: true, encoding: 'utf8' }).filter(isCode).sort();
  const parts = names.map(async (name) => [utf8(name), await fileDigest(join(runtimeFolder, name))]);
  return sha256(lengthPrefixed(...(await Promise.all(parts)).flat()));
}

function isCode(name: string): boolean {
  return name.endsWith(extension) && !name.endsWith('.d.ts') && !foldersWithoutCode.test(name);
}

async function fileDigest(path: string): Promise<Bytes> {
  return sha256(concat(readFileSync(path)));
}
