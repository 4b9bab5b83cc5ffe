/** The catalogue: what the engine is told about the language, the platform and other people's code. */
import type { Models } from '../engine/models/rows.ts';
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
import { zlibPropagators } from './node/zlib.ts';
import { awsS3Sinks } from './packages/aws-s3.ts';
import { azureBlobSinks } from './packages/azure-blob.ts';
import { fsExtraSinks } from './packages/fs-extra.ts';
import { googleStorageSinks } from './packages/google-storage.ts';
import { pinoSinks } from './packages/pino.ts';
import { bunyanSinks, debugSinks, log4jsSinks, loglevelSinks } from './packages/small-loggers.ts';
import { winstonSinks } from './packages/winston.ts';
import { webCryptoPropagators, webCryptoSanitizers } from './web/crypto.ts';
import { deferredWorkSinks, processHandlerSinks } from './web/deferred-work.ts';
import { fetchPropagators, fetchSanitizers } from './web/fetch.ts';
import { webStreamPropagators } from './web/streams.ts';
import { textPropagators, textSanitizers } from './web/text.ts';
import { timerPropagators } from './web/timers.ts';
import { urlPropagators, urlSanitizers } from './web/url.ts';

export { kinds } from './kinds.ts';

/** All rows, in a fixed order. A team's own rows are added to them. */
export const catalogue: Models = {
  sources: [],
  sinks: [
    ...fsSinks,
    ...fsExtraSinks,
    ...awsS3Sinks,
    ...googleStorageSinks,
    ...azureBlobSinks,
    ...consoleSinks,
    ...pinoSinks,
    ...winstonSinks,
    ...bunyanSinks,
    ...log4jsSinks,
    ...debugSinks,
    ...loglevelSinks,
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
  ],
  guards: [],
};
