/** What Intel says of a platform family: TDX modules, and patch levels from the newest down. */
import { parseJson, readShapes } from '../../shape.ts';
import type { ShapeReader } from '../../shape.ts';

/** Intel's word for a level. */
export type TcbStatus =
  | 'UpToDate'
  | 'SWHardeningNeeded'
  | 'ConfigurationNeeded'
  | 'ConfigurationAndSWHardeningNeeded'
  | 'OutOfDate'
  | 'OutOfDateConfigurationNeeded'
  | 'Revoked';

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

const statuses = [
  'UpToDate',
  'SWHardeningNeeded',
  'ConfigurationNeeded',
  'ConfigurationAndSWHardeningNeeded',
  'OutOfDate',
  'OutOfDateConfigurationNeeded',
  'Revoked',
] as const satisfies readonly TcbStatus[];

const componentsInLevel = 16;

/** Reads the text whose signature was checked. */
export function readTcbInfo(json: string, fault: () => Error): TcbInfo {
  const read = readShapes(fault);
  const { member, number, text, list } = read;
  const value = parseJson(json, fault);
  if (member(value, 'id') !== 'TDX' || number(member(value, 'version')) !== 3) throw fault();
  return {
    ...readPeriod(value, read, fault),
    fmspc: text(member(value, 'fmspc'), /^[0-9A-Fa-f]{12}$/).toLowerCase(),
    pceId: text(member(value, 'pceId'), /^[0-9A-Fa-f]{4}$/).toLowerCase(),
    firstModule: readModule(member(value, 'tdxModule'), read, 'TDX_00', []),
    modules: moduleIdentities(value, read).map((each) =>
      readModule(each, read, text(member(each, 'id')), readSvnLevels(each, read, fault)),
    ),
    levels: list(member(value, 'tcbLevels')).map((level) => readPlatformLevel(level, read, fault)),
  };
}

// Statements from before TDX 1.5 have none.
function moduleIdentities(value: unknown, { member, list }: ShapeReader): readonly unknown[] {
  const has = typeof value === 'object' && value !== null && 'tdxModuleIdentities' in value;
  return has ? list(member(value, 'tdxModuleIdentities')) : [];
}

/** When a statement was made, and when the next one is due. */
export function readPeriod(
  value: unknown,
  { member, text }: ShapeReader,
  fault: () => Error,
): { readonly issued: number; readonly nextUpdate: number } {
  const time = (name: string): number => {
    const parsed = Date.parse(text(member(value, name), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
    if (Number.isNaN(parsed)) throw fault();
    return parsed;
  };
  return { issued: time('issueDate'), nextUpdate: time('nextUpdate') };
}

/** The levels of a module or an enclave. */
export function readSvnLevels(value: unknown, read: ShapeReader, fault: () => Error): SvnLevel[] {
  const { member, number, list } = read;
  return list(member(value, 'tcbLevels')).map((level) => ({
    svn: number(member(member(level, 'tcb'), 'isvsvn')),
    status: readStatus(level, read, fault),
  }));
}

function readModule(
  value: unknown,
  { member, text }: ShapeReader,
  id: string,
  levels: readonly SvnLevel[],
): ModuleIdentity {
  const hex = (name: string, form: RegExp): string => text(member(value, name), form).toLowerCase();
  return {
    id,
    mrSigner: hex('mrsigner', /^[0-9A-Fa-f]{96}$/),
    attributes: hex('attributes', /^[0-9A-Fa-f]{16}$/),
    mask: hex('attributesMask', /^[0-9A-Fa-f]{16}$/),
    levels,
  };
}

function readPlatformLevel(level: unknown, read: ShapeReader, fault: () => Error): PlatformLevel {
  const { member, number, list } = read;
  const tcb = member(level, 'tcb');
  const components = (name: string): number[] => {
    const numbers = list(member(tcb, name)).map((each) => number(member(each, 'svn')));
    if (numbers.length !== componentsInLevel) throw fault();
    return numbers;
  };
  return {
    sgx: components('sgxtcbcomponents'),
    pce: number(member(tcb, 'pcesvn')),
    tdx: components('tdxtcbcomponents'),
    status: readStatus(level, read, fault),
  };
}

function readStatus(level: unknown, { member }: ShapeReader, fault: () => Error): TcbStatus {
  const said = member(level, 'tcbStatus');
  const status = statuses.find((each) => each === said);
  if (status === undefined) throw fault();
  return status;
}
