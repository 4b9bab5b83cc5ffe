/** What a session process has, by the registry: the built-in modules and members that stay, and the globals that are gone. */
import { channels, surface } from './channels.ts';

/** Built-in modules without a way out of the process. Any other is an escape hatch. */
export const sessionModules: readonly string[] = surface.modules;

/** Members of `process` that stay: what describes it, and what Node itself uses. */
export const sessionProcessMembers: readonly string[] = surface.processMembers;

/** Globals that no channel is named after: of other platforms, and what is made to be sent. */
const others: readonly string[] = `
  Request Response Headers FormData XMLHttpRequest MessagePort Worker SharedWorker ServiceWorker
  Storage sessionStorage indexedDB caches navigator Deno Bun`
  .trim()
  .split(/\s+/);

/** Globals of the platform that lead out of the process, or keep what they are given. */
export const closedGlobals: readonly string[] = [
  ...new Set([...channels.flatMap(({ globals }) => globals), ...others]),
].filter((name) => !surface.globals.some((stays) => stays === name));
