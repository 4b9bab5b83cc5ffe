/** What quotes and collateral are made of, once they were read. Types only. */
import type { Bytes } from '../../bytes.ts';
import type { Chain } from '../x509/chain.ts';
import type { RevocationList } from '../x509/crl.ts';
import type { EnclaveIdentity } from './enclave-identity.ts';
import type { TcbInfo } from './tcb-info.ts';

/** What of a trust domain's report the checks look at; byte strings that are compared are hexadecimal. */
export interface TrustDomain {
  readonly teeTcbSvn: Bytes;
  readonly mrSignerSeam: string;
  readonly seamAttributes: Bytes;
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
  readonly miscSelect: Bytes;
  readonly attributes: Bytes;
  readonly mrSigner: string;
  readonly isvProdId: number;
  readonly isvSvn: number;
  readonly reportData: Bytes;
}

/** A JSON text with Intel's signature over its bytes. */
export interface SignedText<Said> {
  readonly text: string;
  readonly signature: Bytes;
  readonly chain: Chain;
  readonly said: Said;
}

/** Collateral that was read and not yet verified. */
export interface Collateral {
  readonly tcbInfo: SignedText<TcbInfo>;
  readonly enclaveIdentity: SignedText<EnclaveIdentity>;
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
