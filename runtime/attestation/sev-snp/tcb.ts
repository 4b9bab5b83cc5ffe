/** Patch levels of AMD's processors: which byte of a report's TCB is which, and the certificate extension of each. */
import type { Bytes } from '../../bytes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { DerReader, tags } from '../x509/der.ts';

/** Generations with public endorsement keys. */
export type Product = (typeof products)[number];

/** Security patch levels; `fmc` is Turin's alone. */
export interface Tcb {
  readonly fmc?: number;
  readonly bootLoader: number;
  readonly tee: number;
  readonly snp: number;
  readonly microcode: number;
}

type Part = keyof Tcb;

const arc = '2b060104019c780103';

/** Extensions by part: 1.3.6.1.4.1.3704.1.3.x. */
const extensions: Readonly<Record<Part, string>> = {
  bootLoader: `${arc}01`,
  tee: `${arc}02`,
  snp: `${arc}03`,
  microcode: `${arc}08`,
  fmc: `${arc}09`,
};

/** Bytes of a TCB version by product. */
const layouts: Readonly<Record<Product, Readonly<Partial<Record<Part, number>>>>> = {
  milan: { bootLoader: 0, tee: 1, snp: 6, microcode: 7 },
  genoa: { bootLoader: 0, tee: 1, snp: 6, microcode: 7 },
  turin: { fmc: 0, bootLoader: 1, tee: 2, snp: 3, microcode: 7 },
};

const products = ['milan', 'genoa', 'turin'] as const;
const parts = ['fmc', 'bootLoader', 'tee', 'snp', 'microcode'] as const;

/** The parts of a report's TCB version that the product has, each with its level. */
export function reportedParts(product: Product, tcb: Bytes): (readonly [Part, number])[] {
  return parts.flatMap((part) => {
    const level = tcb[layouts[product][part] ?? tcb.length];
    return level === undefined ? [] : [[part, level] as const];
  });
}

/** One part as the endorsement states it. */
export function endorsedPart(key: Certificate, part: Part, fault: () => Error): number {
  const reader = statedBy(key, extensions[part], fault);
  const level = reader.smallInteger();
  reader.end();
  return level;
}

/** The product that an endorsement is for: the name in its extension, up to the stepping. */
export function endorsedProduct(key: Certificate, fault: () => Error): Product {
  const reader = statedBy(key, '2b060104019c780102', fault);
  const name = new TextDecoder().decode(reader.expect(tags.ia5String).content);
  reader.end();
  const product = products.find((each) => each === name.toLowerCase().split('-')[0]);
  if (product === undefined) throw fault();
  return product;
}

function statedBy(key: Certificate, name: string, fault: () => Error): DerReader {
  const value = key.extensions.get(name);
  if (value === undefined) throw fault();
  return new DerReader(value, fault);
}
