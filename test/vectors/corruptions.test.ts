/** Every vector with one byte changed, at places all over it: each change is refused, by a check that it concerns. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { endOf } from '../runtime/attestation/end-of.ts';
import { corrupt, places, readBytes } from './bytes-of-file.ts';
import * as nitro from './nitro-cases.ts';
import * as sevSnp from './sev-snp-cases.ts';
import * as tdx from './tdx-cases.ts';

/** One part of a vector: its bytes, how many of them are changed, and which checks may say so of a place. */
interface Part {
  readonly name: string;
  readonly bytes: Bytes;
  readonly count: number;
  readonly appraise: (altered: Bytes) => Promise<unknown>;
  readonly checks: (place: number) => readonly string[];
}

const parts: readonly Part[] = [...sevSnpParts(), ...tdxParts(), ...nitroParts()];
const atLeast = 2_000;

describe('a vector with one byte changed', () => {
  it('is tried in all three kinds of evidence, at more than two thousand places', () => {
    const total = parts.reduce((sum, { bytes, count }) => sum + places(bytes.length, count).length, 0);
    console.info(`corrupted vectors: ${total}`);
    expect(total).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(parts.map(({ name }) => name.split(' ')[0]))).toEqual(
      new Set(['SEV-SNP', 'TDX', 'Nitro']),
    );
  });

  it.each(parts)('is invalid: $name', async ({ bytes, count, appraise, checks }) => {
    for (const place of places(bytes.length, count)) {
      const end = await endOf(appraise(corrupt(bytes, place)));
      expect(
        checks(place).map((check) => `ERR_EVIDENCE_INVALID ${check}`),
        `byte ${place}`,
      ).toContain(end);
    }
  });
});

function sevSnpParts(): Part[] {
  const unsigned = 0x330;
  return sevSnp.cases.flatMap((vector) => {
    const { statement, endorsements } = sevSnp.present(vector);
    const ofReport: Part = {
      name: `SEV-SNP ${vector.name}, report`,
      bytes: statement,
      count: 160,
      appraise: (altered) => sevSnp.appraise(vector, { presented: { statement: altered, endorsements } }),
      checks: (place) => (place < unsigned ? ['report format', 'report signature'] : ['report format']),
    };
    const ofChain: Part = {
      name: `SEV-SNP ${vector.name}, endorsements`,
      bytes: endorsements,
      count: 60,
      appraise: (altered) => sevSnp.appraise(vector, { presented: { statement, endorsements: altered } }),
      checks: () => ['endorsement format', 'certificate chain'],
    };
    return [ofReport, ofChain];
  });
}

function tdxParts(): Part[] {
  const genuine = tdx.cases.filter(({ name }) => !tdx.ends[name]?.startsWith('ERR_EVIDENCE_INVALID'));
  return genuine.flatMap((vector) => {
    const statement = readBytes(`tdx/${vector.quote}`);
    const signed = vector.name.startsWith('v4') ? 48 + 584 : 54 + 648;
    const behind = ['quote signature', 'quoting enclave', 'endorsement format', 'certificate chain'];
    const ofQuote: Part = {
      name: `TDX ${vector.name}, quote`,
      bytes: statement,
      count: 300,
      appraise: (altered) => tdx.appraise(vector, { statement: altered }),
      checks: (place) => ['quote format', ...(place < signed ? ['quote signature'] : behind)],
    };
    return [ofQuote, ...collateralParts(vector)];
  });
}

// One member holds the chain of a list's issuer, which the quote brings along as well: nobody reads it.
function collateralParts(vector: tdx.TdxCase): Part[] {
  const members = tdx.collateralOf(vector);
  const read = Object.entries(members).filter(([member]) => member !== 'pck_crl_issuer_chain');
  return read.map(([member, text]) => ({
    name: `TDX ${vector.name}, ${member}`,
    bytes: utf8(text),
    count: 60,
    appraise(altered) {
      const changed = { ...members, [member]: new TextDecoder('latin1').decode(altered) };
      return tdx.appraise(vector, { endorsements: utf8(JSON.stringify(changed)) });
    },
    checks: () => ['collateral format', member.endsWith('crl') ? 'revocation list' : 'collateral'],
  }));
}

function nitroParts(): Part[] {
  return nitro.cases.map((vector) => ({
    name: `Nitro ${vector.name}, document`,
    bytes: readBytes(`nitro/${vector.document}`),
    count: 250,
    appraise: (altered) => nitro.appraise(vector, { document: altered }),
    checks: () => ['document format', 'document signature'],
  }));
}
