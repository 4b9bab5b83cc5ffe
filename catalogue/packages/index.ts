/** The rows of packages, a file each family, in a fixed order. */
import type { Models } from '../../engine/models/rows.ts';
import { archiveRows } from './archives.ts';
import { awsMessagingRows } from './aws-messaging.ts';
import { awsPresignerRows } from './aws-presigner.ts';
import { awsS3Sinks } from './aws-s3.ts';
import { awsSdkV2Rows } from './aws-sdk-v2.ts';
import { azureBlobSinks } from './azure-blob.ts';
import { azureDataRows } from './azure-data.ts';
import { bigqueryRows } from './bigquery.ts';
import { brokerRows } from './brokers.ts';
import { browserStoreRows } from './browser-stores.ts';
import { childProcessRows } from './child-processes.ts';
import { cloudLogRows } from './cloud-logs.ts';
import { cloudMessagingRows } from './cloud-messaging.ts';
import { consoleLoggerRows } from './console-loggers.ts';
import { cookieRows } from './cookies.ts';
import { datadogRows } from './datadog.ts';
import { documentRows } from './documents.ts';
import { dynamodbRows } from './dynamodb.ts';
import { electronRows } from './electron.ts';
import { encodingRows } from './encodings.ts';
import { encryptionRows } from './encryption.ts';
import { errorTrackerRows } from './error-trackers.ts';
import { fastifyRows } from './fastify.ts';
import { fetchClientRows } from './fetch-clients.ts';
import { fileWriterRows } from './file-writers.ts';
import { firebaseRows } from './firebase.ts';
import { fsExtraSinks } from './fs-extra.ts';
import { functionalRows } from './functional.ts';
import { googleStorageSinks } from './google-storage.ts';
import { graphAndColumnStoreRows } from './graph-and-column-stores.ts';
import { graphqlRows } from './graphql.ts';
import { hostedBlobRows } from './hosted-blobs.ts';
import { httpClientRows } from './http-clients.ts';
import { httpLogRows } from './http-logs.ts';
import { httpServerRows } from './http-servers.ts';
import { jobQueueRows } from './job-queues.ts';
import { langchainRows } from './langchain.ts';
import { languageModelRows } from './language-models.ts';
import { llmTracingRows } from './llm-tracing.ts';
import { lodashRows } from './lodash.ts';
import { mailAndChatRows } from './mail-and-chat.ts';
import { memcachedRows } from './memcached.ts';
import { memoryCacheRows } from './memory-caches.ts';
import { metricsRows } from './metrics.ts';
import { mongodbRows } from './mongodb.ts';
import { mysqlRows } from './mysql.ts';
import { nestRows } from './nestjs.ts';
import { nextRows } from './nextjs.ts';
import { openTelemetryRows } from './opentelemetry.ts';
import { pinoSinks } from './pino.ts';
import { postgresRows } from './postgres.ts';
import { prismaRows } from './prisma.ts';
import { productAnalyticsRows } from './product-analytics.ts';
import { queryBuilderRows } from './query-builders.ts';
import { redisRows } from './redis.ts';
import { remoteCallRows } from './remote-calls.ts';
import { schemaRows } from './schemas.ts';
import { searchEngineRows } from './search-engines.ts';
import { sentryRows } from './sentry.ts';
import { sequelizeRows } from './sequelize.ts';
import { settingsFileRows } from './settings-files.ts';
import { bunyanSinks, debugSinks, log4jsSinks, loglevelSinks } from './small-loggers.ts';
import { socketRows } from './sockets.ts';
import { sqliteRows } from './sqlite.ts';
import { supabaseRows } from './supabase.ts';
import { typeormRows } from './typeorm.ts';
import { vectorStoreRows } from './vector-stores.ts';
import { winstonSinks } from './winston.ts';
import { workflowRows } from './workflows.ts';

export const packageRows: readonly Partial<Models>[] = [
  { sinks: awsS3Sinks },
  { sinks: azureBlobSinks },
  { sinks: fsExtraSinks },
  { sinks: googleStorageSinks },
  { sinks: pinoSinks },
  { sinks: winstonSinks },
  { sinks: [...bunyanSinks, ...log4jsSinks, ...debugSinks, ...loglevelSinks] },
  archiveRows,
  awsMessagingRows,
  awsPresignerRows,
  awsSdkV2Rows,
  azureDataRows,
  bigqueryRows,
  brokerRows,
  browserStoreRows,
  childProcessRows,
  cloudLogRows,
  cloudMessagingRows,
  consoleLoggerRows,
  cookieRows,
  datadogRows,
  documentRows,
  dynamodbRows,
  electronRows,
  encodingRows,
  encryptionRows,
  errorTrackerRows,
  fastifyRows,
  fetchClientRows,
  fileWriterRows,
  firebaseRows,
  functionalRows,
  graphAndColumnStoreRows,
  graphqlRows,
  hostedBlobRows,
  httpClientRows,
  httpLogRows,
  httpServerRows,
  jobQueueRows,
  langchainRows,
  languageModelRows,
  llmTracingRows,
  lodashRows,
  mailAndChatRows,
  memcachedRows,
  memoryCacheRows,
  metricsRows,
  mongodbRows,
  mysqlRows,
  nestRows,
  nextRows,
  openTelemetryRows,
  postgresRows,
  prismaRows,
  productAnalyticsRows,
  queryBuilderRows,
  redisRows,
  remoteCallRows,
  schemaRows,
  searchEngineRows,
  sentryRows,
  sequelizeRows,
  settingsFileRows,
  socketRows,
  sqliteRows,
  supabaseRows,
  typeormRows,
  vectorStoreRows,
  workflowRows,
];
