/** How schema libraries are read: which of their functions make objects, texts, lists and maps, and what bounds them. Data. */
import type { SchemaVocabulary } from '../engine/schemas/vocabulary.ts';

const sized = [
  'max',
  'length',
  'size',
  'maxLength',
  'maxItems',
  'maxSize',
  'maxProperties',
  'maxBytes',
  'bytes',
];

/** Texts whose form has an end. */
const shortForms = [
  'uuid',
  'uuidv4',
  'uuidv6',
  'uuidv7',
  'guid',
  'ulid',
  'nanoid',
  'cuid',
  'ipv4',
  'ipv6',
  'ip',
];
const dates = ['date', 'datetime', 'time', 'isoDate', 'isoDateTime', 'isoTime', 'isoTimestamp'];
const closed = ['enum', 'picklist', 'literal'];

const bounds = [...sized, ...shortForms, ...dates, ...closed];

export const schemaLibraries: readonly SchemaVocabulary[] = [
  ...['zod', 'zod/v4', 'zod/v3', 'zod/mini'].map((module) => ({
    module,
    strict: ['strictObject'],
    objects: ['object', 'looseObject'],
    strictMarks: ['strict'],
    texts: ['string'],
    lists: ['array', 'set'],
    maps: ['record', 'partialRecord', 'map'],
    open: ['any', 'unknown'],
    bounds,
  })),
  {
    module: 'valibot',
    strict: ['strictObject', 'strictObjectAsync'],
    objects: ['object', 'looseObject', 'objectWithRest', 'objectAsync', 'looseObjectAsync'],
    strictMarks: [],
    texts: ['string'],
    lists: ['array', 'arrayAsync', 'set', 'setAsync'],
    maps: ['record', 'recordAsync', 'map', 'mapAsync'],
    open: ['any', 'unknown'],
    bounds,
  },
  ...['@sinclair/typebox', 'typebox'].map((module) => ({
    module,
    strict: [],
    objects: ['Object'],
    strictMarks: ['additionalProperties'],
    texts: ['String'],
    lists: ['Array', 'Set'],
    maps: ['Record', 'Map'],
    open: ['Any', 'Unknown'],
    bounds: [...bounds, 'format', 'pattern'],
  })),
];
