/** Chains of endorsements with one fault each, made by an authority of our own. */
import { describe, expect, it } from 'vitest';
import { checkChain, readChain } from '../../../runtime/attestation/x509/chain.ts';
import { checkNotRevoked, readRevocationList } from '../../../runtime/attestation/x509/crl.ts';
import { invalid } from '../../../runtime/attestation/faults.ts';
import { sha256 } from '../../../runtime/attestation/report-data.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { toHex } from '../../../runtime/text-forms.ts';
import { certify, createParty, der, extension, revoke } from './authority.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const fault = (): Error => invalid('revocation list');
const [root, intermediate, leaf] = await Promise.all([
  createParty('root'),
  createParty('intermediate'),
  createParty('leaf'),
]);
const rootCertificate = await certify(root, root, { signsBelow: 1 });
const intermediateCertificate = await certify(intermediate, root, { signsBelow: 0 });

describe('a chain', () => {
  it('up to a known root is accepted', async () => {
    await expect(check(await certify(leaf, intermediate))).resolves.toBeUndefined();
  });

  it('with an expired endorsement, or one that is not valid yet, is expired', async () => {
    const ended = await certify(leaf, intermediate, { notAfter: '260101000000Z' });
    await expect(check(ended)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_EXPIRED' });
    const coming = await certify(leaf, intermediate, { notBefore: '270101000000Z' });
    await expect(check(coming)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_EXPIRED' });
  });

  it('with an unknown root is invalid', async () => {
    const chain = readChain(
      [await certify(leaf, intermediate), intermediateCertificate, rootCertificate],
      fault,
    );
    await expect(checkChain(chain, ['00'.repeat(32)], now, 'chain')).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });

  it('whose leaf was signed by someone else of the same name is invalid', async () => {
    const impostor = await createParty('intermediate');
    await expect(check(await certify(leaf, impostor))).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });

  it('with a leaf that signs another leaf is invalid', async () => {
    const second = await createParty('second');
    const certificates = [
      await certify(second, leaf),
      await certify(leaf, intermediate),
      intermediateCertificate,
      rootCertificate,
    ];
    const roots = [toHex(await sha256(rootCertificate))];
    await expect(checkChain(readChain(certificates, fault), roots, now, 'chain')).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });

  it('with a longer path than its authority allows is invalid', async () => {
    const lower = await createParty('lower');
    const certificates = [
      await certify(leaf, lower),
      await certify(lower, intermediate, { signsBelow: 0 }),
      intermediateCertificate,
      rootCertificate,
    ];
    const roots = [toHex(await sha256(rootCertificate))];
    await expect(checkChain(readChain(certificates, fault), roots, now, 'chain')).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });

  it('with a critical extension that is unknown, or a second one of the same name, is invalid', async () => {
    const unknown = extension('2a03', der(0x05), true);
    const known = extension('2a03', der(0x05));
    for (const extensions of [[unknown], [known, known]])
      await expect(check(await certify(leaf, intermediate, { extensions }))).rejects.toMatchObject({
        code: 'ERR_EVIDENCE_INVALID',
      });
  });
});

describe('a revoked endorsement', () => {
  it('is revoked, and one with another number is not', async () => {
    const list = readRevocationList(await revoke(intermediate, [3, 9]), fault);
    await expect(checkAgainst(9, list)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_REVOKED' });
    await expect(checkAgainst(7, list)).resolves.toBeUndefined();
  });

  it('is not excused by a list that is too old, or of another issuer', async () => {
    const old = readRevocationList(await revoke(intermediate, [], '260101000000Z'), fault);
    await expect(checkAgainst(7, old)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_EXPIRED' });
    const foreign = readRevocationList(await revoke(root, []), fault);
    await expect(checkAgainst(7, foreign)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_INVALID' });
    const forged = readRevocationList(await revoke(await createParty('intermediate'), []), fault);
    await expect(checkAgainst(7, forged)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_INVALID' });
  });
});

async function check(leafCertificate: Bytes): Promise<void> {
  const roots = [toHex(await sha256(rootCertificate))];
  const chain = await Promise.resolve().then(() =>
    readChain([leafCertificate, intermediateCertificate, rootCertificate], fault),
  );
  return checkChain(chain, roots, now, 'chain');
}

async function checkAgainst(serial: number, list: ReturnType<typeof readRevocationList>): Promise<void> {
  const certificates = [
    await certify(leaf, intermediate, { serial }),
    intermediateCertificate,
    rootCertificate,
  ];
  const [certificate, issuer] = readChain(certificates, fault);
  if (!issuer) throw new TypeError('the chain has an issuer');
  return checkNotRevoked(certificate, issuer, list, now);
}
