/** Patch levels of AMD's processors: which byte of a report's TCB is which, and the certificate extension of each. */
import type { Bytes } from '../../bytes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { DerReader, smallInteger, tags } from '../x509/der.ts';

/** Generations with public endorsement keys. */
export type Product = 'milan' | 'genoa' | 'turin';

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

const parts = ['fmc', 'bootLoader', 'tee', 'snp', 'microcode'] as const;

/** The parts that a product has. */
export function partsOf(product: Product): readonly Part[] {
  return parts.filter((part) => layouts[product][part] !== undefined);
}

/** One part of a report's TCB version. */
export function reportedPart(product: Product, tcb: Bytes, part: Part): number {
  return tcb[layouts[product][part] ?? tcb.length] ?? 0;
}

/** One part as the endorsement states it. */
export function endorsedPart({ extensions: stated }: Certificate, part: Part, fault: () => Error): number {
  const value = stated.get(extensions[part]);
  if (value === undefined) throw fault();
  const reader = new DerReader(value, fault);
  const { content } = reader.expect(tags.integer);
  reader.end();
  return smallInteger(content, fault);
}

/** The product that an endorsement is for: the name in its extension, up to the stepping. */
export function endorsedProduct({ extensions: stated }: Certificate, fault: () => Error): Product {
  const value = stated.get('2b060104019c780102');
  if (value === undefined) throw fault();
  const reader = new DerReader(value, fault);
  const name = new TextDecoder().decode(reader.expect(0x16).content).toLowerCase().split('-')[0];
  reader.end();
  const product = (['milan', 'genoa', 'turin'] as const).find((each) => each === name);
  if (product === undefined) throw fault();
  return product;
}
