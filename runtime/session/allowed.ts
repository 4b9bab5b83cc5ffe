/** What is left of a process for a bundle: everything that is not on these lists is removed before it is loaded. */

/** Global names: the language, and what of the platform stays inside the process. */
export const allowedGlobals = words(`
  Object Function Array Number Boolean String Symbol BigInt Date RegExp Promise Proxy Reflect JSON Math Intl Temporal
  Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError Iterator
  ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array Map Set WeakMap WeakSet WeakRef
  FinalizationRegistry DisposableStack AsyncDisposableStack Atomics WebAssembly globalThis global undefined NaN Infinity
  eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  console process Buffer URL URLSearchParams TextEncoder TextDecoder DOMException AbortController AbortSignal Event
  EventTarget CustomEvent Blob File setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate
  queueMicrotask atob btoa performance crypto Crypto CryptoKey SubtleCrypto ReadableStream
  ReadableStreamDefaultReader ReadableStreamBYOBReader WritableStream WritableStreamDefaultWriter TransformStream
  TextEncoderStream TextDecoderStream CountQueuingStrategy ByteLengthQueuingStrategy CompressionStream
  DecompressionStream`);

/**
 * Global names behind which Node loads a part of itself when they are first looked at. The guard works with none of
 * them, so they stay as they are until a bundle uses them.
 */
export const lateGlobals = words(`
  Blob File ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader WritableStream
  WritableStreamDefaultWriter TransformStream TextEncoderStream TextDecoderStream CountQueuingStrategy
  ByteLengthQueuingStrategy CompressionStream DecompressionStream`);

/** Members of `process`: what describes it, and what Node itself uses. */
export const allowedProcessMembers = words(`
  arch platform version versions release features config pid ppid title argv argv0 execArgv execPath env cwd uptime
  hrtime memoryUsage cpuUsage nextTick emitWarning exitCode stdout stderr channel domain _events _eventsCount
  _maxListeners _exiting _fatalException _tickCallback`);

/** Built-in modules without a way out of the process. */
export const allowedModules = words(`
  node:assert node:assert/strict node:buffer node:crypto node:events node:path node:path/posix node:punycode
  node:querystring node:stream node:stream/promises node:string_decoder node:timers node:timers/promises node:url
  node:util node:util/types`);

/** What is taken out of what stays. */
export const removedMembers = {
  crypto: words('setEngine setFips'),
  KeyObject: words('from'),
  'KeyObject.prototype': words('toCryptoKey'),
  WebAssembly: words('compileStreaming instantiateStreaming'),
  'MessagePort.prototype': words('postMessage'),
  module: words('registerHooks register createRequire _load _extensions enableCompileCache'),
} as const;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
