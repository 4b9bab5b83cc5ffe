/** The attestation report of AMD SEV-SNP (AMD document 56860, table 23), versions 2 to 5: 1,184 bytes. */
import { concat } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { fieldsOf, hasBit, littleEndian } from '../fields.ts';
import type { Product, Report } from './parts.ts';

const reportLength = 1184;
const signedLength = 0x2a0;
const signingKeys = ['vcek', 'vlek'] as const;
const firstVersionWithCpuid = 3;
const policyAlwaysOne = 17;
const policyMigration = 18;
const policyDebug = 19;
const ecdsaP384 = 1;
const fault = (): Error => invalid('report format');

/** Reads a report. */
export function readReport(bytes: Bytes): Report {
  if (bytes.length !== reportLength) throw fault();
  const field = fieldsOf(bytes);
  const [version, policy] = [littleEndian(field(0x00, 4)), field(0x08, 8)];
  const signingKey = signingKeys[(littleEndian(field(0x48, 4)) >>> 2) & 7];
  const isKnown = version >= 2 && version <= 5 && littleEndian(field(0x34, 4)) === ecdsaP384;
  if (!isKnown || signingKey === undefined || !hasBit(policy, policyAlwaysOne)) throw fault();
  return {
    signed: field(0, signedLength),
    signature: readSignature(bytes),
    product: version < firstVersionWithCpuid ? undefined : productOf(field(0x188, 2)),
    isDebuggable: hasBit(policy, policyDebug),
    mayMigrate: hasBit(policy, policyMigration),
    vmpl: littleEndian(field(0x30, 4)),
    signingKey,
    isChipMasked: hasBit(field(0x48, 4), 1),
    measurement: toHex(field(0x90, 48)),
    reportData: field(0x50, 64),
    reportedTcb: field(0x180, 8),
    chipId: toHex(field(0x1a0, 64)),
  };
}

// r and s are little-endian, zero above the 48 bytes of the curve; what follows is not signed, and must be zero.
function readSignature(bytes: Bytes): Bytes {
  const field = fieldsOf(bytes);
  const [r, s] = [field(0x2a0, 48), field(0x2e8, 48)];
  const unused = concat(field(0x2d0, 24), field(0x318, 24), bytes.subarray(0x330));
  if (unused.some((byte) => byte !== 0)) throw fault();
  return concat(r.slice().reverse(), s.slice().reverse());
}

// Family and model of the processor: 0x19 is Zen 3 and 4, 0x1a is Zen 5.
function productOf([family, model]: Bytes): Product {
  if (family === 0x19 && model !== undefined) return model < 0x10 ? 'milan' : 'genoa';
  if (family === 0x1a) return 'turin';
  throw fault();
}
