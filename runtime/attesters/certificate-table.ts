/** The certificates that a host hands over with an SEV-SNP report (GHCB specification, section 4.1.8.1), as PEM. */
import { ByteReader } from '../byte-reader.ts';
import { utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { toHex } from '../text-forms.ts';

/** Leaf first: a VCEK or a VLEK, then AMD's intermediate and root. Each as it is written, and by fields of GUIDs. */
const order = [
  ['63da758de6644564adc5f4b93be8accd', '8d75da6364e66445adc5f4b93be8accd'],
  ['a8074bc2a25a483eaae639c045a0b8a1', 'c24b07a85aa23e48aae639c045a0b8a1'],
  ['4ab7b379bbac4fe4a02f05aef327c782', '79b3b74aacbbe44fa02f05aef327c782'],
  ['c0b406a4a803495297433fb6014cd0ae', 'a406b4c003a8524997433fb6014cd0ae'],
] as const;

const entryLength = 24;
const entriesAtMost = 16;

/** The chain in a table; a table that is none gives an error. */
export function certificateTable(table: Bytes): Bytes {
  const found = new Map<number, Bytes>();
  for (let index = 0; index < entriesAtMost; index += 1) {
    const reader = new ByteReader(table.subarray(index * entryLength), fault);
    const name = toHex(reader.take(16));
    if (/^0*$/.test(name)) break;
    const [offset, length] = [littleEndian(reader.take(4)), littleEndian(reader.take(4))];
    const place = order.findIndex((names) => names.some((each) => each === name));
    if (place >= 0) found.set(place, new ByteReader(table.subarray(offset), fault).take(length));
  }
  const chain = [...found].sort(([left], [right]) => left - right).map(([, bytes]) => pem(bytes));
  return utf8(chain.join(''));
}

function pem(der: Bytes): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function littleEndian(bytes: Bytes): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

function fault(): Error {
  return new Error('the host gave no certificate table');
}
