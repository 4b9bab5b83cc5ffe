/** The catalogue: what the engine is told about the language, the platform and other people's code. */
import type { Models } from '../engine/models/rows.ts';
import { packageAliases } from './package-aliases.ts';
import { arrayPropagators, arraySanitizers } from './language/array.ts';
import { bytesPropagators, bytesSanitizers } from './language/bytes.ts';
import { collectionPropagators, collectionSanitizers } from './language/collections.ts';
import { errorPropagators } from './language/error.ts';
import { jsonPropagators } from './language/json.ts';
import { numberPropagators, numberSanitizers } from './language/number.ts';
import { objectPropagators, objectSanitizers } from './language/object.ts';
import { promisePropagators } from './language/promise.ts';
import { stringPropagators, stringSanitizers } from './language/string.ts';
import { asyncPropagators } from './node/async.ts';
import { bufferPropagators, bufferSanitizers } from './node/buffer.ts';
import { consoleSinks } from './node/console.ts';
import { cryptoPropagators, cryptoSanitizers } from './node/crypto.ts';
import { eventPropagators, eventSanitizers } from './node/events.ts';
import { fsPropagators, fsSanitizers, fsSinks } from './node/fs.ts';
import { performancePropagators, performanceSanitizers } from './node/performance.ts';
import { streamPropagators, streamSanitizers } from './node/stream.ts';
import { threadPropagators } from './node/threads.ts';
import { nodeTextPropagators, nodeTextSanitizers } from './node/text.ts';
import { diagnosticsRows } from './node/diagnostics.ts';
import { networkRows } from './node/network.ts';
import { processRows } from './node/processes.ts';
import { sqliteRows } from './node/sqlite.ts';
import { zlibPropagators } from './node/zlib.ts';
import { packageRows } from './packages/index.ts';
import { bunRows } from './runtimes/bun.ts';
import { cloudflareRows } from './runtimes/cloudflare.ts';
import { denoRows } from './runtimes/deno.ts';
import { browserStorageRows } from './web/browser-storage.ts';
import { messageRows } from './web/messages.ts';
import { webNetworkRows } from './web/network.ts';
import { webCryptoPropagators, webCryptoSanitizers } from './web/crypto.ts';
import { deferredWorkSinks, processHandlerSinks } from './web/deferred-work.ts';
import { fetchPropagators, fetchSanitizers } from './web/fetch.ts';
import { webStreamPropagators } from './web/streams.ts';
import { textPropagators, textSanitizers } from './web/text.ts';
import { timerPropagators } from './web/timers.ts';
import { urlPropagators, urlSanitizers } from './web/url.ts';

export { kinds } from './kinds.ts';

/** Families that have a file each. */
const families: readonly Partial<Models>[] = [
  processRows,
  networkRows,
  sqliteRows,
  diagnosticsRows,
  webNetworkRows,
  browserStorageRows,
  messageRows,
  denoRows,
  bunRows,
  cloudflareRows,
  ...packageRows,
];

/** All rows, in a fixed order. A team's own rows are added to them. */
export const catalogue: Models = {
  sources: [],
  sinks: [
    ...fsSinks,
    ...consoleSinks,
    ...families.flatMap(({ sinks = [] }) => sinks),
    ...deferredWorkSinks,
    ...processHandlerSinks,
  ],
  propagators: [
    ...arrayPropagators,
    ...stringPropagators,
    ...numberPropagators,
    ...objectPropagators,
    ...collectionPropagators,
    ...promisePropagators,
    ...errorPropagators,
    ...jsonPropagators,
    ...bytesPropagators,
    ...textPropagators,
    ...urlPropagators,
    ...fetchPropagators,
    ...timerPropagators,
    ...webStreamPropagators,
    ...webCryptoPropagators,
    ...bufferPropagators,
    ...nodeTextPropagators,
    ...zlibPropagators,
    ...cryptoPropagators,
    ...eventPropagators,
    ...streamPropagators,
    ...asyncPropagators,
    ...threadPropagators,
    ...performancePropagators,
    ...fsPropagators,
    ...families.flatMap(({ propagators = [] }) => propagators),
  ],
  sanitizers: [
    ...arraySanitizers,
    ...stringSanitizers,
    ...numberSanitizers,
    ...objectSanitizers,
    ...collectionSanitizers,
    ...bytesSanitizers,
    ...textSanitizers,
    ...urlSanitizers,
    ...fetchSanitizers,
    ...webCryptoSanitizers,
    ...bufferSanitizers,
    ...nodeTextSanitizers,
    ...cryptoSanitizers,
    ...eventSanitizers,
    ...streamSanitizers,
    ...performanceSanitizers,
    ...fsSanitizers,
    ...families.flatMap(({ sanitizers = [] }) => sanitizers),
  ],
  guards: [],
  aliases: packageAliases,
};
