/** What a session process has: the built-in modules and members that stay, and the globals that are gone. Data. */

/** Built-in modules without a way out of the process. Any other is an escape hatch. */
export const sessionModules: readonly string[] = words(`
  assert assert/strict buffer crypto events path path/posix punycode querystring stream stream/promises string_decoder
  timers timers/promises url util util/types`);

/** Globals of the platform that lead out of the process, or keep what they are given. */
export const closedGlobals: readonly string[] = words(`
  fetch Request Response Headers FormData WebSocket EventSource XMLHttpRequest BroadcastChannel MessageChannel
  MessagePort Worker SharedWorker ServiceWorker localStorage sessionStorage Storage indexedDB caches navigator
  Deno Bun`);

/** Members of `process` that stay: what describes it, and what Node itself uses. */
export const sessionProcessMembers: readonly string[] = words(`
  arch platform version versions release features config pid ppid title argv argv0 execArgv execPath env cwd uptime
  hrtime memoryUsage cpuUsage nextTick emitWarning exitCode stdout stderr channel domain`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
