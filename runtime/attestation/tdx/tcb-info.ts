/** What Intel says of a platform family: TDX modules, and patch levels from the newest down. */
import { list, number, optional, record, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { hex, period, status, svnLevels, version } from './statements.ts';

const identity = { mrsigner: hex(48), attributes: hex(8), attributesMask: hex(8) };
const components = list(record({ svn: number }), 16);
const levels = record({ sgxtcbcomponents: components, pcesvn: number, tdxtcbcomponents: components });

/** Reads the statement. */
export const tcbInfo = record({
  ...period,
  id: text(/^TDX$/),
  version: version(3),
  fmspc: hex(6),
  pceId: hex(2),
  /** The module of TDX 1.0, which has no levels of its own. */
  tdxModule: record(identity),
  /** Statements from before TDX 1.5 have none. */
  tdxModuleIdentities: optional(list(record({ ...identity, id: text(), tcbLevels: svnLevels }))),
  tcbLevels: list(record({ tcb: levels, tcbStatus: status })),
});

/** The platform family's statement, by Intel's names; byte strings are hexadecimal. */
export type TcbInfo = Shape<typeof tcbInfo>;
