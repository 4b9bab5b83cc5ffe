/** The attester of Linux: SEV-SNP reports and TDX quotes through the kernel's configfs-tsm (ABI/testing/configfs-tsm). */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attester, EvidenceKind } from '../attestation/evidence.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { certificateTable } from './certificate-table.ts';

/** The four calls that the attester makes; a test gives a kernel of its own. */
export interface TsmFiles {
  readonly mkdir: (path: string) => Promise<unknown>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly rmdir: (path: string) => Promise<void>;
}

/** Where the kernel's interface is, and what endorses the machine. */
export interface TsmOptions {
  /** Default `/sys/kernel/config/tsm/report`. */
  readonly folder?: string;
  /**
   * The endorsements: Intel's collateral as JSON for TDX, a PEM chain for SEV-SNP. Left out, the certificates that the
   * host hands over with an SEV-SNP report are taken.
   */
  readonly endorsements?: () => Promise<Uint8Array>;
  readonly files?: TsmFiles;
}

const defaultFolder = '/sys/kernel/config/tsm/report';
const kinds: Readonly<Record<string, EvidenceKind>> = { sev_guest: 'sev-snp', tdx_guest: 'tdx' };
const reportDataLength = 64;

const kernelFiles: TsmFiles = {
  mkdir: (path) => mkdir(path),
  write: (path, bytes) => writeFile(path, bytes),
  read: (path) => readFile(path),
  rmdir: (path) => rmdir(path),
};

/**
 * An attester over configfs-tsm. Each call makes an entry of its own and removes it.
 *
 * The attester throws `ERR_ATTESTER` when the interface is not there, is not one of the two providers, or was used by
 * someone else in between.
 */
export function tsmAttester(options: TsmOptions = {}): Attester {
  const { folder = defaultFolder, files = kernelFiles } = options;
  return async (reportData) => {
    if (reportData.length !== reportDataLength) throw new TypeError('report data has 64 bytes');
    const entry = join(folder, `stateless-${randomBytes(8).toString('hex')}`);
    try {
      await files.mkdir(entry);
      return await attest(entry, files, reportData, options.endorsements);
    } catch {
      throw new StatelessError('ERR_ATTESTER');
    } finally {
      await files.rmdir(entry).catch(() => undefined);
    }
  };
}

// The kernel counts every write to an entry: exactly one, ours, may lie between the two readings.
async function attest(
  entry: string,
  files: TsmFiles,
  reportData: Bytes,
  endorsements: TsmOptions['endorsements'],
): ReturnType<Attester> {
  const text = async (name: string): Promise<string> =>
    new TextDecoder().decode(await files.read(join(entry, name))).trim();
  const before = Number(await text('generation'));
  const kind = kinds[await text('provider')];
  await files.write(join(entry, 'inblob'), reportData);
  const statement = concat(await files.read(join(entry, 'outblob')));
  const auxiliary =
    kind === 'sev-snp' && !endorsements ? await files.read(join(entry, 'auxblob')) : undefined;
  if (kind === undefined || Number(await text('generation')) !== before + 1) throw new Error('not alone');
  const given = auxiliary
    ? certificateTable(concat(auxiliary))
    : concat((await endorsements?.()) ?? new Uint8Array(0));
  return { kind, statement, endorsements: given };
}
