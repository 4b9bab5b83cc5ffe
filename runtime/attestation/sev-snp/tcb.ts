/** Patch levels of AMD's processors: which byte of a report's TCB is which, and the certificate extension of each. */
import type { Bytes } from '../../bytes.ts';
import { DerReader, tags } from '../x509/der.ts';
import type { Certificate } from '../x509/parts.ts';
import type { Product, Tcb } from './parts.ts';

type Part = keyof Tcb;

/** AMD's extensions of certificates, 1.3.6.1.4.1.3704.1. */
const arc = '2b060104019c7801';

/** Each part with its extension under `arc`, and its byte in a report's TCB version, where a product has it. */
const parts: readonly (readonly [Part, string, Readonly<Partial<Record<Product, number>>>])[] = [
  ['fmc', '0309', { turin: 0 }],
  ['bootLoader', '0301', { milan: 0, genoa: 0, turin: 1 }],
  ['tee', '0302', { milan: 1, genoa: 1, turin: 2 }],
  ['snp', '0303', { milan: 6, genoa: 6, turin: 3 }],
  ['microcode', '0308', { milan: 7, genoa: 7, turin: 7 }],
];

const products: readonly Product[] = ['milan', 'genoa', 'turin'];

/** The levels of the parts that a product has: as a report states them, and as the endorsement does. */
export function* levelsOf(
  product: Product,
  reportedTcb: Bytes,
  key: Certificate,
  fault: () => Error,
): Generator<{ readonly part: Part; readonly reported: number | undefined; readonly endorsed: number }> {
  for (const [part, extension, { [product]: place }] of parts) {
    if (place === undefined) continue;
    const reader = statedBy(key, extension, fault);
    yield { part, reported: reportedTcb[place], endorsed: reader.smallInteger() };
    reader.end();
  }
}

/** The product that an endorsement is for: the name in its extension, up to the stepping. */
export function endorsedProduct(key: Certificate, fault: () => Error): Product {
  const reader = statedBy(key, '02', fault);
  const name = new TextDecoder().decode(reader.expect(tags.ia5String).content);
  reader.end();
  const product = products.find((each) => each === name.toLowerCase().split('-')[0]);
  if (product === undefined) throw fault();
  return product;
}

function statedBy(key: Certificate, name: string, fault: () => Error): DerReader {
  const value = key.extensions.get(`${arc}${name}`);
  if (value === undefined) throw fault();
  return new DerReader(value, fault);
}
