/** Plaintext in telemetry: spans, metrics, error reports and analytics. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `telemetry`. */
export const noPlaintextToTelemetry = flowRule('telemetry');
