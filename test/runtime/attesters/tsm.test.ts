/** The configfs-tsm attester against a kernel of our own: a folder that behaves as the interface is documented. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tsmAttester } from '../../../runtime/attesters/index.ts';
import type { TsmFiles } from '../../../runtime/attesters/index.ts';
import { concat, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsm-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const reportData = Uint8Array.from({ length: 64 }, (_, index) => index);

/** How a kernel answers, and what else happens between two readings. */
interface Kernel {
  readonly provider: string;
  readonly auxiliary?: Bytes;
  readonly interferes?: boolean;
}

describe('the attester', () => {
  it.each([
    ['sev_guest', 'sev-snp'],
    ['tdx_guest', 'tdx'],
  ])('has a report of %s over its report data, and leaves no entry behind', async (provider, kind) => {
    const endorsements = (): Promise<Bytes> => Promise.resolve(utf8('collateral'));
    const attest = tsmAttester({ folder, files: kernel({ provider }), endorsements });
    const evidence = await attest(reportData);
    expect(evidence.kind).toBe(kind);
    expect(evidence.statement).toEqual(concat(utf8('report over '), reportData));
    expect(evidence.endorsements).toEqual(utf8('collateral'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the certificates that the host hands over, leaf first', async () => {
    const auxiliary = table([
      ['c0b406a4a803495297433fb6014cd0ae', utf8('root')],
      ['8d75da6364e66445adc5f4b93be8accd', utf8('leaf')],
      ['4ab7b379bbac4fe4a02f05aef327c782', utf8('intermediate')],
    ]);
    const files = kernel({ provider: 'sev_guest', auxiliary });
    const { endorsements } = await tsmAttester({ folder, files })(reportData);
    const bodies =
      Buffer.from(endorsements)
        .toString()
        .match(/(?<=-----\n)[A-Za-z0-9+/=]+(?=\n-----END)/g) ?? [];
    expect(bodies.map((each) => Buffer.from(each, 'base64').toString())).toEqual([
      'leaf',
      'intermediate',
      'root',
    ]);
  });

  it('gives no evidence that another writer may have had a hand in', async () => {
    const attest = tsmAttester({ folder, files: kernel({ provider: 'tdx_guest', interferes: true }) });
    await expect(attest(reportData)).rejects.toMatchObject({ code: 'ERR_ATTESTER' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, Kernel]>([
    ['an unknown provider', { provider: 'arm_cca_guest' }],
    [
      'a certificate table that points beyond its end',
      {
        provider: 'sev_guest',
        auxiliary: table([['4ab7b379bbac4fe4a02f05aef327c782', utf8('x')]]).slice(0, 48),
      },
    ],
  ])('gives no evidence of %s', async (_, behaviour) => {
    const attest = tsmAttester({ folder, files: kernel(behaviour) });
    await expect(attest(reportData)).rejects.toMatchObject({ code: 'ERR_ATTESTER' });
  });

  it('says that there is no interface where there is none', async () => {
    await expect(tsmAttester({ folder: join(folder, 'absent') })(reportData)).rejects.toMatchObject({
      code: 'ERR_ATTESTER',
    });
  });

  it('takes report data of 64 bytes and no other', async () => {
    await expect(tsmAttester({ folder })(new Uint8Array(32))).rejects.toThrow(TypeError);
  });
});

function kernel({ provider, auxiliary, interferes }: Kernel): TsmFiles {
  let generation = 7;
  const write = (path: string, bytes: Uint8Array | string): void => {
    writeFileSync(path, bytes);
  };
  return {
    mkdir: (path) => {
      mkdirSync(path);
      write(join(path, 'provider'), `${provider}\n`);
      write(join(path, 'generation'), `${generation}\n`);
      return Promise.resolve();
    },
    write: (path, bytes) => {
      const entry = join(path, '..');
      generation += interferes ? 2 : 1;
      write(path, bytes);
      write(join(entry, 'generation'), `${generation}\n`);
      write(join(entry, 'outblob'), concat(utf8('report over '), bytes));
      write(join(entry, 'auxblob'), auxiliary ?? new Uint8Array(0));
      return Promise.resolve();
    },
    read: (path) =>
      new Promise((resolve) => {
        resolve(Uint8Array.from(readFileSync(path)));
      }),
    rmdir: (path) => {
      rmSync(path, { recursive: true });
      return Promise.resolve();
    },
  };
}

function table(entries: readonly (readonly [string, Bytes])[]): Bytes {
  const heads: Buffer[] = [];
  let offset = 24 * (entries.length + 1);
  for (const [name, bytes] of entries) {
    const head = Buffer.alloc(24);
    head.write(name, 'hex');
    head.writeUInt32LE(offset, 16);
    head.writeUInt32LE(bytes.length, 20);
    heads.push(head);
    offset += bytes.length;
  }
  return concat(...heads, new Uint8Array(24), ...entries.map(([, bytes]) => bytes));
}
