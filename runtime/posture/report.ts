/** The doctor's report as a table for people: the verdict first, then the machine, the launcher and every channel. */
import { openRows } from './posture.ts';
import type { CheckResult, Posture, RowResult } from './posture.ts';

/** Who closes a channel, by the first word of what closes it. */
const layers: Readonly<Record<string, string>> = {
  flag: 'flags',
  'no-flag': 'flags',
  global: 'names taken away',
  process: 'names taken away',
  module: 'names taken away',
  removed: 'names taken away',
  launcher: 'launcher',
  machine: 'machine',
};

const legend = [
  '  flags: those of the session process. names taken away: a bundle does not find them. guard: code in the session',
  '  process. broker, egress: code around it. launcher: what stands above. machine: a check that stands above.',
  '  What exactly closes each is in --json, and in docs/channels.md of the repository.',
];

/** The whole report. */
export function postureText(posture: Posture): string {
  return [
    `Node ${posture.node}, evidence: ${posture.evidence}`,
    ...verdict(posture),
    '',
    'The machine',
    ...posture.checks.flatMap(checkText),
    '',
    'The launcher, which is put around each session process',
    `  added    ${posture.launcher.added.join(', ') || 'nothing'}`,
    `  missing  ${posture.launcher.missing.join(', ') || 'nothing'}`,
    '  never    PR_SET_DUMPABLE, which a process can only set for itself',
    '',
    'The channels: ways in which plaintext could leave a session, and who closes each',
    ...posture.rows.flatMap(rowText),
    '',
    ...legend,
  ].join('\n');
}

function verdict(posture: Posture): readonly string[] {
  const open = openRows(posture);
  const count = (state: RowResult['state']): number =>
    posture.rows.filter((row) => row.state === state).length;
  const counts = `${posture.rows.length} channels: ${count('closed')} closed, ${open.length} open, ${count('residual')} that nobody can close (risk)`;
  return open.length === 0
    ? [counts, 'Every row that a machine can close is closed: production mode starts here.']
    : [counts, `Production mode refuses to start here: ${open.map(({ id }) => id).join(', ')}.`];
}

function checkText({ name, question, isFulfilled, remedy }: CheckResult): readonly string[] {
  const line = `  ${isFulfilled ? 'ok  ' : 'OPEN'}  ${name.padEnd(22)} ${question}`;
  return isFulfilled ? [line] : [line, `${' '.repeat(31)}to do: ${remedy}`];
}

function rowText({ number, state, id, name, closedBy, reasons }: RowResult): readonly string[] {
  const mark = { closed: 'closed', open: 'OPEN', residual: 'risk' }[state];
  const line = `  ${String(number).padStart(2)}  ${mark.padEnd(6)}  ${id.padEnd(24)}`;
  if (state === 'closed') return [`${line} ${[...new Set(closedBy.map(layerOf))].join(', ')}`];
  const why = state === 'open' ? `needs of the machine: ${reasons.join(', ')}` : reasons.join(', ');
  return [`${line} ${name}`, `${' '.repeat(39)}${why}`];
}

function layerOf(closer: string): string {
  const [layer = '', place = ''] = closer.split(':');
  if (layer !== 'code') return layers[layer] ?? layer;
  return /^(?:broker|egress)\//.exec(place)?.[0].slice(0, -1) ?? 'guard';
}
