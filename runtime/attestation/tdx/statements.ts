/** What Intel says, once it was read: of platform families, their TDX modules, and patch levels. Types only. */
import type { TcbStatus } from './tcb-status.ts';

/** A level of one number, as modules and enclaves have it. */
export interface SvnLevel {
  readonly svn: number;
  readonly status: TcbStatus;
}

/** A level of a platform: 16 SGX components, the PCE, 16 TDX components. */
export interface PlatformLevel {
  readonly sgx: readonly number[];
  readonly pce: number;
  readonly tdx: readonly number[];
  readonly status: TcbStatus;
}

/** A TDX module, as its signer and attributes tell it; hexadecimal. */
export interface ModuleIdentity {
  readonly id: string;
  readonly mrSigner: string;
  readonly attributes: string;
  readonly mask: string;
  readonly levels: readonly SvnLevel[];
}

/** The platform family's statement. Times are milliseconds since 1970. */
export interface TcbInfo {
  readonly issued: number;
  readonly nextUpdate: number;
  readonly fmspc: string;
  readonly pceId: string;
  /** The module of TDX 1.0, which has no levels of its own. */
  readonly firstModule: ModuleIdentity;
  readonly modules: readonly ModuleIdentity[];
  readonly levels: readonly PlatformLevel[];
}

/** The identity; byte strings are hexadecimal, times milliseconds since 1970. */
export interface EnclaveIdentity {
  readonly issued: number;
  readonly nextUpdate: number;
  readonly miscSelect: string;
  readonly miscSelectMask: string;
  readonly attributes: string;
  readonly attributesMask: string;
  readonly mrSigner: string;
  readonly isvProdId: number;
  readonly levels: readonly SvnLevel[];
}
