/** The doctor's report as a table for people. */
import { openRows } from './posture.ts';
import type { Posture, RowResult } from './posture.ts';

/** The whole report, ending with what is left to do. */
export function postureText(posture: Posture): string {
  return [
    `Node ${posture.node}, evidence: ${posture.evidence}`,
    '',
    'The machine',
    ...posture.checks.map(
      ({ name, question, isFulfilled }) =>
        `  ${isFulfilled ? 'ok  ' : 'OPEN'}  ${name.padEnd(22)} ${question}`,
    ),
    '',
    'The launcher',
    `  added    ${posture.launcher.added.join(', ') || 'nothing'}`,
    `  missing  ${posture.launcher.missing.join(', ') || 'nothing'}`,
    '  never    PR_SET_DUMPABLE, which a process can only set for itself',
    '',
    'The channels',
    ...posture.rows.map(rowText),
    '',
    ...verdict(posture),
  ].join('\n');
}

function rowText({ number, state, id, closedBy, reasons }: RowResult): string {
  const mark = { closed: 'closed', open: 'OPEN', residual: 'risk' }[state];
  const why = state === 'closed' ? closedBy.map(short).join(', ') : reasons.join(', ');
  return `  ${String(number).padStart(2)}  ${mark.padEnd(6)}  ${id.padEnd(24)} ${why}`;
}

function short(closer: string): string {
  return closer.replace(/^code:.*\//, 'code:');
}

function verdict(posture: Posture): readonly string[] {
  const open = openRows(posture);
  if (open.length === 0)
    return ['Every row that a machine can close is closed: production mode starts here.'];
  const needed = new Set(open.flatMap(({ reasons }) => reasons));
  const remedies = posture.checks.filter(({ name }) => needed.has(name));
  return [
    `Production mode refuses to start here: ${open.map(({ id }) => id).join(', ')}.`,
    ...remedies.map(({ name, remedy }) => `  ${name}: ${remedy}`),
  ];
}
