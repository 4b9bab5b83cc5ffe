/** What quotes and collateral are made of, what a relying party asks of them, and what the checks look at. Types only. */
import type { Bytes } from '../../bytes.ts';
import type { Chain, RevocationList } from '../x509/parts.ts';
import type { EnclaveIdentity } from './enclave-identity.ts';
import type { TcbInfo } from './tcb-info.ts';
import type { TcbStatus } from './statements.ts';

/** What of a trust domain's report the checks look at; byte strings that are compared are hexadecimal. */
export interface TrustDomain {
  readonly teeTcbSvn: Bytes;
  readonly mrSignerSeam: string;
  readonly seamAttributes: string;
  readonly attributes: Bytes;
  readonly mrTd: string;
  readonly rtmrs: readonly [string, string, string, string];
  readonly reportData: Bytes;
  /** Of TD 1.5 alone; empty before. */
  readonly mrServiceTd: string;
}

/** A quote that was read and not yet verified. */
export interface Quote {
  readonly signed: Bytes;
  readonly domain: TrustDomain;
  readonly signature: Bytes;
  readonly attestationKey: Bytes;
  readonly enclave: EnclaveReport;
  readonly enclaveSignature: Bytes;
  readonly authenticationData: Bytes;
  /** The PEM chain of the key that certified the quoting enclave. */
  readonly certificates: Bytes;
}

/** What of it is compared with Intel's identity of the quoting enclave. */
export interface EnclaveReport {
  readonly signed: Bytes;
  readonly miscSelect: string;
  readonly attributes: string;
  readonly mrSigner: string;
  readonly isvProdId: number;
  readonly isvSvn: number;
  readonly reportData: Bytes;
}

/** A JSON text with Intel's signature over its bytes. */
export interface SignedText {
  readonly text: string;
  readonly signature: Bytes;
  readonly chain: Chain;
}

/** Collateral that was read and not yet verified. */
export interface Collateral {
  /** The texts in which Intel says what follows. */
  readonly signed: readonly SignedText[];
  readonly tcbInfo: TcbInfo;
  readonly enclaveIdentity: EnclaveIdentity;
  readonly keyList: RevocationList;
  readonly rootList: RevocationList;
}

/** The platform, as endorsed; hexadecimal where it is bytes. */
export interface Platform {
  readonly sgx: readonly number[];
  readonly pce: number;
  readonly pceId: string;
  readonly fmspc: string;
}

/** One trust domain's reference values: 48 bytes each, lower-case hexadecimal. */
export interface TdxMeasurements {
  readonly mrTd: string;
  readonly rtmrs: readonly [string, string, string, string];
}

/** What a relying party insists on. */
export interface TdxPolicy {
  /** The measurements to accept, each as a whole. */
  readonly measurements: readonly TdxMeasurements[];
  /** Intel's words for patch levels that will do, besides `UpToDate`. */
  readonly alsoAccept?: readonly Exclude<TcbStatus, 'Revoked' | 'UpToDate'>[];
}

/** What is settled before evidence arrives. */
export interface TdxTerms {
  readonly policy: TdxPolicy;
  /** SHA-256 digests of Intel's root certificate, hexadecimal. */
  readonly roots: readonly string[];
  /** The time of the appraisal, in milliseconds since 1970. */
  readonly at: number;
}

/** Everything that one appraisal is about. */
export interface TdxFacts extends TdxTerms {
  readonly reportData: Bytes;
  readonly quote: Quote;
  /** The platform's certification key, then Intel's intermediate and root. */
  readonly chain: Chain;
  readonly platform: Platform;
  readonly collateral: Collateral;
}
