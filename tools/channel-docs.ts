/** The channel registry as a table for people, and as the linter's copy. */
import { channels } from '../runtime/channels.ts';
import type { Channel } from '../runtime/channels.ts';
import { allowedGlobals, allowedModules, allowedProcessMembers } from '../runtime/session/allowed.ts';
import { table } from './table.ts';

/** The matrix of docs/channels.md. */
export function channelsTable(): string {
  const rows = channels.map((channel) => [
    String(channel.number),
    `\`${channel.id}\``,
    channel.name,
    closedBy(channel),
    channel.rule === undefined ? '' : `\`${channel.rule}\``,
    channel.untried === undefined ? `\`${channel.id}\`` : `none: ${channel.untried}`,
  ]);
  return table([['#', 'channel', 'what it is', 'closed by', 'lint rule', 'attack'], ...rows]);
}

/** The text of `catalogue/channels.ts`: the linter never imports the runtime. */
export function channelsModule(): string {
  return [
    '/** Generated from runtime/channels.ts by `npm run generate`: what the linter knows of the channels. */',
    '',
    '/** A way out of a process, with the modules and globals that open it. */',
    'export interface ChannelRow {',
    '  readonly id: string;',
    '  readonly name: string;',
    '  readonly kinds: readonly string[];',
    '  readonly rule: string | null;',
    '  readonly modules: readonly string[];',
    '  readonly globals: readonly string[];',
    '}',
    '',
    'export const channels: readonly ChannelRow[] = [',
    ...channels.map((channel) => `  ${JSON.stringify(copyOf(channel))},`),
    '];',
    '',
    '/** What a bundle finds in a session process: nothing else of the platform. */',
    'export const surface = {',
    ...Object.entries(surface).map(([name, list]) => `  ${name}: ${JSON.stringify(list)},`),
    '} as const;',
    '',
  ].join('\n');
}

/** The lists by which the runtime leaves things in place. Node's own marks on `process` are nobody's to use. */
const surface = {
  modules: allowedModules.map((name) => name.replace(/^node:/, '')),
  globals: allowedGlobals,
  processMembers: allowedProcessMembers.filter((name) => !name.startsWith('_')),
};

function copyOf({ id, name, kinds, rule, closers }: Channel): object {
  const named = (layer: string): string[] =>
    closers
      .filter((closer) => closer.startsWith(`${layer}:`))
      .map((closer) => closer.slice(layer.length + 1));
  return { id, name, kinds, rule: rule ?? null, modules: named('module'), globals: named('global') };
}

function closedBy({ closers, needs = [], alsoClosedBy = [], residual }: Channel): string {
  const always = closers.map((closer) => `\`${closer}\``).join(', ');
  const machine = needs.map((need) => `**machine:** \`${need}\``).join(', ');
  const also =
    alsoClosedBy.length === 0 ? '' : `also ${alsoClosedBy.map((closer) => `\`${closer}\``).join(', ')}`;
  const risk = residual === undefined ? '' : `**residual risk:** ${residual}`;
  return [always, machine, also, risk].filter((part) => part !== '').join('; ');
}
