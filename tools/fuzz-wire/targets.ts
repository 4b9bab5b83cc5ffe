/** The parsers that read bytes from outside, each with what it starts from and the one way in which it may say no. */
import { readCertificate } from '../../runtime/attestation/x509/certificate.ts';
import { readRevocationList } from '../../runtime/attestation/x509/crl.ts';
import { readPem } from '../../runtime/attestation/x509/pem.ts';
import { readCbor } from '../../runtime/attestation/nitro/cbor.ts';
import { readDocument } from '../../runtime/attestation/nitro/document.ts';
import { readOffer } from '../../runtime/attestation/offer.ts';
import { readReport } from '../../runtime/attestation/sev-snp/report.ts';
import { readCollateral } from '../../runtime/attestation/tdx/collateral.ts';
import { readPlatform } from '../../runtime/attestation/tdx/platform.ts';
import { readQuote } from '../../runtime/attestation/tdx/quote.ts';
import { certificateTable } from '../../runtime/attesters/certificate-table.ts';
import { readMessage as readIpc } from '../../runtime/broker/messages.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { RecordCheck } from '../../runtime/egress/record-check.ts';
import { StatelessError } from '../../runtime/error.ts';
import { parseJson } from '../../runtime/shape.ts';
import { readKeyConfig } from '../../runtime/wire/read-key-config.ts';
import { readRequest } from '../../runtime/wire/read-request.ts';
import { readResponse } from '../../runtime/wire/read-response.ts';
import { readReply } from '../../runtime/wire/read-reply.ts';
import { splitChunks } from '../../runtime/wire/split-chunks.ts';
import { createPeerTargets } from './peers.ts';
import type { Seeds } from './seeds.ts';

/** One parser. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Bytes[];
  readonly parse: (bytes: Bytes) => unknown;
}

/** The one error that the parsers below may throw, besides those of the runtime. */
export class Refused extends Error {}

/** Says no. */
export const refuse = (): Refused => new Refused();

/** Every parser. */
export function createTargets(seeds: Seeds): Target[] {
  const text = (bytes: Bytes): string => new TextDecoder().decode(bytes);
  const events = [{ name: 'done', max: 2, fields: [{ name: 'flag', values: [true, false] }] }];
  return [
    { name: 'key configuration', seeds: seeds.keyConfigs, parse: readKeyConfig },
    { name: 'HTTP request', seeds: seeds.requests, parse: (bytes) => readRequest(bytes, refuse) },
    { name: 'HTTP response', seeds: seeds.responses, parse: (bytes) => readResponse(bytes, refuse) },
    { name: 'reply', seeds: seeds.replies, parse: readReply },
    { name: 'chunks', seeds: seeds.chunks, parse: readChunks },
    { name: 'offer', seeds: seeds.offers, parse: (bytes) => readOffer(parseJson(text(bytes), refuse)) },
    {
      name: 'IPC message',
      seeds: seeds.ipc,
      parse: (bytes) => readIpc(bytes, { key: 43, frame: 64, egress: 4, ask: 32 }),
    },
    { name: 'egress record', seeds: seeds.ipc, parse: (bytes) => new RecordCheck(events).read(bytes) },
    { name: 'certificate', seeds: seeds.certificates, parse: (bytes) => readCertificate(bytes, refuse) },
    {
      name: 'platform',
      seeds: [seeds.leafCertificate],
      parse: (bytes) => readPlatform(readCertificate(bytes, refuse), refuse),
    },
    { name: 'revocation list', seeds: seeds.lists, parse: (bytes) => readRevocationList(bytes, refuse) },
    { name: 'PEM', seeds: [seeds.pem], parse: (bytes) => readPem(bytes, refuse) },
    { name: 'CBOR', seeds: seeds.documents, parse: (bytes) => readCbor(bytes, refuse) },
    { name: 'Nitro document', seeds: seeds.documents, parse: readDocument },
    { name: 'SEV-SNP report', seeds: seeds.reports, parse: readReport },
    { name: 'certificate table', seeds: seeds.tables, parse: certificateTable },
    { name: 'TDX quote', seeds: seeds.quotes, parse: readQuote },
    { name: 'collateral', seeds: seeds.collateral, parse: readCollateral },
    ...createPeerTargets(seeds),
  ];
}

/** Whether an error is one that a parser may end with. */
export function isRefusal(thrown: unknown): boolean {
  const isTable = thrown instanceof Error && thrown.message === 'the host gave no certificate table';
  return thrown instanceof StatelessError || thrown instanceof Refused || isTable;
}

async function readChunks(bytes: Bytes): Promise<number> {
  const middle = bytes.length >> 1;
  let pieces = 0;
  for await (const { bytes: piece } of splitChunks([bytes.subarray(0, middle), bytes.subarray(middle)], 4096))
    pieces += piece.length > 0 ? 1 : 0;
  return pieces;
}
