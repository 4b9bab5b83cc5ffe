/** Generated from runtime/channels.ts by `npm run generate`: what the linter knows of the channels. */

/** A way out of a process, with the modules and globals that open it. */
export interface ChannelRow {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly rule: string | null;
  readonly modules: readonly string[];
  readonly globals: readonly string[];
}

export const channels: readonly ChannelRow[] = [
  {"id":"file-writes","name":"files written by node:fs: calls, streams, handles, copies, temporary folders","kinds":["disk"],"rule":"no-plaintext-to-disk","modules":["node:fs"],"globals":[]},
  {"id":"sqlite-files","name":"node:sqlite: a database file, ATTACH, VACUUM INTO, backup","kinds":["disk","database"],"rule":"no-plaintext-to-disk","modules":["node:sqlite"],"globals":[]},
  {"id":"inherited-descriptors","name":"descriptors that the process inherited","kinds":["disk"],"rule":"no-plaintext-to-disk","modules":["node:fs"],"globals":[]},
  {"id":"temporary-folders","name":"temporary folders, shared memory, tmpfs","kinds":["disk"],"rule":"no-plaintext-to-disk","modules":["node:fs"],"globals":[]},
  {"id":"network-services","name":"object stores, databases, caches and queues behind the network","kinds":["object-store","database","cache","queue","network"],"rule":"no-plaintext-to-network","modules":["node:net","node:http","node:tls"],"globals":["fetch","WebSocket"]},
  {"id":"sockets","name":"sockets of every family, datagrams, name lookups","kinds":["network"],"rule":"no-plaintext-to-network","modules":["node:net","node:dgram","node:dns","node:tls","node:quic"],"globals":[]},
  {"id":"urls-and-headers","name":"URLs, query strings, headers and user agents of requests","kinds":["network"],"rule":"no-plaintext-to-network","modules":["node:http","node:https","node:http2"],"globals":["fetch","EventSource"]},
  {"id":"standard-streams","name":"stdout, stderr, console","kinds":["log"],"rule":"no-plaintext-to-log","modules":[],"globals":[]},
  {"id":"loggers","name":"logger libraries and their transports","kinds":["log"],"rule":"no-plaintext-to-log","modules":["node:fs"],"globals":[]},
  {"id":"errors","name":"message, stack, cause and own properties of what is thrown","kinds":["error"],"rule":"no-plaintext-to-error","modules":[],"globals":[]},
  {"id":"uncaught-errors","name":"what Node prints of an uncaught error or an unhandled rejection","kinds":["log"],"rule":null,"modules":[],"globals":[]},
  {"id":"process-warnings","name":"process warnings, deprecations, warnings of too many listeners","kinds":["log"],"rule":"no-plaintext-to-log","modules":[],"globals":[]},
  {"id":"debug-output","name":"NODE_DEBUG, util.debuglog, --trace flags","kinds":["log"],"rule":null,"modules":[],"globals":[]},
  {"id":"flag-driven-files","name":"files that flags or variables ask for: profiles, traces, coverage, compile cache, TLS keys, warnings","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"heap-snapshots","name":"heap snapshots: written, streamed, near the limit, on a signal","kinds":["disk"],"rule":"no-escape-hatch","modules":["node:v8"],"globals":[]},
  {"id":"diagnostic-reports","name":"diagnostic reports: file, stdout, getReport, on a signal or a fatal error","kinds":["disk","log"],"rule":"no-escape-hatch","modules":[],"globals":[]},
  {"id":"inspector","name":"the inspector: port, signal, session","kinds":["process"],"rule":"no-escape-hatch","modules":["node:inspector"],"globals":[]},
  {"id":"core-dumps","name":"core dumps","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"swap","name":"swap, hibernation, compressed swap","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"peers","name":"ptrace and /proc/PID/mem by processes of the same user","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"own-proc-files","name":"the process's own files under /proc","kinds":["disk"],"rule":null,"modules":["node:fs"],"globals":[]},
  {"id":"child-processes","name":"child processes, execve, cluster","kinds":["process"],"rule":"no-plaintext-to-process","modules":["node:child_process"],"globals":[]},
  {"id":"threads-and-ports","name":"worker threads, BroadcastChannel, MessagePort","kinds":["process"],"rule":"no-plaintext-to-process","modules":["node:worker_threads"],"globals":["BroadcastChannel","MessageChannel"]},
  {"id":"ipc-messages","name":"messages to the broker: other shapes, sizes, orders and numbers than the protocol has","kinds":["process"],"rule":"no-plaintext-to-process","modules":[],"globals":[]},
  {"id":"exit-codes","name":"exit codes and signals","kinds":["process"],"rule":"no-plaintext-to-process","modules":[],"globals":[]},
  {"id":"process-fields","name":"process.title, env, argv, cwd: what another process reads under /proc","kinds":["process"],"rule":"no-plaintext-to-process","modules":[],"globals":[]},
  {"id":"native-code","name":"addons, foreign functions, dlopen, engines and stores of OpenSSL","kinds":["process"],"rule":"no-escape-hatch","modules":[],"globals":[]},
  {"id":"wasi","name":"WASI, and memory of WebAssembly","kinds":["disk"],"rule":"no-escape-hatch","modules":["node:wasi"],"globals":[]},
  {"id":"generated-code","name":"eval, new Function, node:vm, imports of text","kinds":["process"],"rule":"no-dynamic-code","modules":["node:vm"],"globals":[]},
  {"id":"module-state","name":"module globals, singletons, memo caches","kinds":["module-state"],"rule":"no-plaintext-to-module-state","modules":[],"globals":[]},
  {"id":"prototype-pollution","name":"members left on prototypes and globals","kinds":["module-state"],"rule":"no-plaintext-to-module-state","modules":[],"globals":[]},
  {"id":"late-timers","name":"timers, promises and exit listeners that run after the session","kinds":["deferred-work"],"rule":"no-plaintext-to-deferred-work","modules":[],"globals":[]},
  {"id":"async-context","name":"AsyncLocalStorage, async_hooks","kinds":["deferred-work"],"rule":"no-plaintext-to-deferred-work","modules":["node:async_hooks"],"globals":[]},
  {"id":"diagnostics-channels","name":"diagnostics_channel, whose subscribers get bodies and URLs","kinds":["telemetry"],"rule":"no-escape-hatch","modules":["node:diagnostics_channel"],"globals":[]},
  {"id":"monitoring-agents","name":"monitoring agents that are preloaded or patch what is loaded","kinds":["telemetry"],"rule":"no-escape-hatch","modules":[],"globals":[]},
  {"id":"finalizers","name":"FinalizationRegistry and WeakRef after the session","kinds":["deferred-work"],"rule":"no-plaintext-to-deferred-work","modules":[],"globals":[]},
  {"id":"event-names","name":"names of events, error events that nobody hears","kinds":["log"],"rule":null,"modules":[],"globals":[]},
  {"id":"metrics","name":"names, labels, exemplars and buckets of metrics","kinds":["telemetry"],"rule":"no-plaintext-to-telemetry","modules":[],"globals":[]},
  {"id":"traces","name":"trace identifiers, span attributes, baggage","kinds":["telemetry"],"rule":"no-plaintext-to-telemetry","modules":[],"globals":[]},
  {"id":"event-counts","name":"number and order of events","kinds":["telemetry"],"rule":"no-open-egress","modules":[],"globals":[]},
  {"id":"response-size","name":"size of the response, boundaries of its chunks","kinds":["network"],"rule":null,"modules":[],"globals":[]},
  {"id":"timing","name":"the time that a session takes","kinds":["network"],"rule":null,"modules":[],"globals":[]},
  {"id":"back-end-caches","name":"prompt and key-value caches of back ends","kinds":["cache"],"rule":"no-plaintext-to-cache","modules":["node:net"],"globals":["fetch"]},
  {"id":"back-ends","name":"calls of back ends, a model server among them","kinds":["network"],"rule":"no-plaintext-to-network","modules":["node:net","node:http"],"globals":["fetch"]},
  {"id":"web-storage","name":"Web Storage, caches, cookie jars, connection pools","kinds":["browser-storage","cache"],"rule":"no-plaintext-to-browser-storage","modules":[],"globals":["localStorage","sessionStorage","caches","fetch"]},
  {"id":"code-caches","name":"compile caches, code caches and source maps that hold literals","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"fatal-errors","name":"what native code prints when it dies: FATAL ERROR, out of memory, a stack","kinds":["log"],"rule":null,"modules":[],"globals":[]},
  {"id":"key-export","name":"export of the session key: KeyObject.from, toCryptoKey, exportKey, v8.serialize","kinds":["process"],"rule":"no-extractable-key","modules":["node:v8"],"globals":[]},
  {"id":"ciphertext","name":"nonces, randomness and bytes of the ciphertext","kinds":["network"],"rule":null,"modules":[],"globals":[]},
  {"id":"output-fields","name":"more in the output than its schema has","kinds":["network"],"rule":"require-strict-input","modules":[],"globals":[]},
  {"id":"input-fields","name":"more in the input than the handler needs","kinds":["module-state"],"rule":"require-strict-input","modules":[],"globals":[]},
  {"id":"kept-requests","name":"retries and queues that keep the ciphertext","kinds":["queue"],"rule":"no-plaintext-to-queue","modules":[],"globals":[]},
  {"id":"replays","name":"a request that is sent again","kinds":["network"],"rule":"no-key-reuse","modules":[],"globals":[]},
  {"id":"debug-endpoints","name":"health, debug and metrics endpoints","kinds":["network"],"rule":null,"modules":[],"globals":[]},
  {"id":"simulated-evidence","name":"simulated evidence in production","kinds":["network"],"rule":null,"modules":[],"globals":[]},
  {"id":"system-logs","name":"logs of the operating system: journal, audit, kernel, serial console","kinds":["log"],"rule":null,"modules":[],"globals":[]},
  {"id":"machine-snapshots","name":"snapshots and migration of the virtual machine","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"host-clock-and-entropy","name":"clock and entropy from the host, io_uring around a system call filter","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"ipc-handle","name":"the raw handle of the IPC channel under a symbol of process, in its list of handles, behind a stream's constructor","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"undici-dispatcher","name":"the dispatcher that Response, Request, Headers and streaming WebAssembly leave on the global object","kinds":["network"],"rule":null,"modules":[],"globals":["Response","Request","Headers","FormData"]},
  {"id":"replaced-built-ins","name":"built-ins of the guard that a bundle replaces, so that a frame carries plaintext","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"module-hooks","name":"module hooks registered again, the loader reached through require","kinds":["process"],"rule":"no-dynamic-code","modules":["node:module"],"globals":[]},
  {"id":"freed-memory","name":"pages of an ended process that the kernel has not overwritten yet","kinds":["disk"],"rule":null,"modules":[],"globals":[]},
  {"id":"resource-use","name":"processor time, memory and page faults that other users see","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"upstream-calls","name":"calls of declared upstreams: what they are sent, their number, sizes, order and addresses","kinds":["network"],"rule":"no-plaintext-to-network","modules":[],"globals":[]},
  {"id":"realm-state","name":"what the language keeps by itself: the last match of a regular expression, members of functions, registered symbols, performance entries, caches of Intl","kinds":["module-state"],"rule":"no-plaintext-to-module-state","modules":[],"globals":[]},
  {"id":"received-handles","name":"handles that Node takes over from its channel: a forged one makes it build sockets, whose constructors take an address or a descriptor","kinds":["process"],"rule":null,"modules":[],"globals":[]},
  {"id":"cloned-objects","name":"copies of Node's own objects: what is copied names the module and the class that Node builds, and a bundle can make it name any","kinds":["process"],"rule":null,"modules":[],"globals":["structuredClone","MessageChannel"]},
];

/** What a bundle finds in a session process: nothing else of the platform. */
export const surface = {
  modules: ["assert","assert/strict","buffer","crypto","events","path","path/posix","punycode","querystring","stream","stream/promises","string_decoder","timers","timers/promises","url","util","util/types"],
  globals: ["Object","Function","Array","Number","Boolean","String","Symbol","BigInt","Date","RegExp","Promise","Proxy","Reflect","JSON","Math","Intl","Temporal","Error","AggregateError","EvalError","RangeError","ReferenceError","SuppressedError","SyntaxError","TypeError","URIError","Iterator","ArrayBuffer","SharedArrayBuffer","DataView","Int8Array","Uint8Array","Uint8ClampedArray","Int16Array","Uint16Array","Int32Array","Uint32Array","BigInt64Array","BigUint64Array","Float16Array","Float32Array","Float64Array","Map","Set","WeakMap","WeakSet","WeakRef","FinalizationRegistry","DisposableStack","AsyncDisposableStack","Atomics","WebAssembly","globalThis","global","undefined","NaN","Infinity","eval","isFinite","isNaN","parseFloat","parseInt","decodeURI","decodeURIComponent","encodeURI","encodeURIComponent","escape","unescape","console","process","Buffer","URL","URLSearchParams","TextEncoder","TextDecoder","DOMException","AbortController","AbortSignal","Event","EventTarget","CustomEvent","Blob","File","setTimeout","clearTimeout","setInterval","clearInterval","setImmediate","clearImmediate","queueMicrotask","atob","btoa","performance","crypto","Crypto","CryptoKey","SubtleCrypto","ReadableStream","ReadableStreamDefaultReader","ReadableStreamBYOBReader","WritableStream","WritableStreamDefaultWriter","TransformStream","TextEncoderStream","TextDecoderStream","CountQueuingStrategy","ByteLengthQueuingStrategy","CompressionStream","DecompressionStream"],
  processMembers: ["arch","platform","version","versions","release","features","config","pid","ppid","title","argv","argv0","execArgv","execPath","env","cwd","uptime","hrtime","memoryUsage","cpuUsage","nextTick","emitWarning","exitCode","stdout","stderr","channel","domain"],
} as const;
