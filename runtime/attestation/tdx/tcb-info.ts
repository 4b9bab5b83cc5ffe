/** What Intel says of a platform family: TDX modules, and patch levels from the newest down. */
import { parseJson, readShapes } from '../../shape.ts';
import type { ShapeReader } from '../../shape.ts';
import { tcbStatuses } from './tcb-status.ts';
import type { TcbStatus } from './tcb-status.ts';
import type { SvnLevel, PlatformLevel, ModuleIdentity, TcbInfo } from './statements.ts';

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
  const status = tcbStatuses.find((each) => each === said);
  if (status === undefined) throw fault();
  return status;
}
