/** MongoDB: the driver, Mongoose and BSON. Filters count: they stand in the profiler. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, names, seals, sinks, taints } from '../tables.ts';

export const mongodbRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'mongodb.Collection', [
      'Member[insertOne,insertMany,bulkWrite].Argument[0]',
      'Member[updateOne,updateMany,replaceOne,findOneAndUpdate,findOneAndReplace].Argument[0,1]',
      'Member[find,findOne,deleteOne,deleteMany,countDocuments,aggregate,findOneAndDelete].Argument[0]',
      'Member[distinct].Argument[1]',
    ]),
    ...sinks('database', 'mongodb.Db', ['Member[command,aggregate].Argument[0]']),
    ...sinks('database', 'mongodb.BulkOperationBase', ['Member[insert,find,raw].Argument[0]']),
    ...sinks('database', 'mongodb.FindOperators', ['Member[update,updateOne,replaceOne].Argument[0]']),
    ...names('database', 'mongodb.GridFSBucket', ['Member[openUploadStream].Argument[0]']),
    ...sinks('database', 'mongodb.GridFSBucket', ['Member[openUploadStream].Argument[1].Member[metadata]']),
    ...sinks('database', 'mongodb.GridFSBucketWriteStream', ['Member[write,end].Argument[0]']),
    ...sinks('database', 'mongoose.Model', [
      'Member[create,insertMany,insertOne,bulkWrite,bulkSave].Argument[0]',
      'Member[create].Argument[0..]',
      'Member[updateOne,updateMany,replaceOne,findOneAndUpdate,findByIdAndUpdate,findOneAndReplace].Argument[0,1]',
      'Member[find,findOne,exists,countDocuments,deleteOne,deleteMany,aggregate,where].Argument[0]',
    ]),
    ...sinks('database', 'mongoose.Document', [
      'Member[set,$set].Argument[0,1]',
      'Member[overwrite,updateOne].Argument[0]',
      // What was assigned to the document before.
      'Member[save].Argument[this]',
    ]),
    ...sinks('database', 'mongoose.Query', [
      'Member[setUpdate,set,updateOne,updateMany,findOneAndUpdate].Argument[0,1]',
      'Member[where,find,findOne].Argument[0,1]',
      'Member[equals].Argument[0]',
      'Member[ne,gt,gte,lt,lte,in,nin,all,regex].Argument[0,1]',
    ]),
  ],
  propagators: [
    // A document that is made is written when it is saved.
    ...hands('mongoose.Model', '', [['NewCall', 'Argument[0]', 'ReturnValue']]),
    ...taints('bson', '', [
      ['Member[serialize,deserialize]', 'Argument[0]', 'ReturnValue'],
      ['Member[EJSON].Member[stringify]', 'Argument[0]', 'ReturnValue'],
    ]),
  ],
  sanitizers: [
    ...seals('mongodb.ClientEncryption', '', [
      ['Member[encrypt]', 'Argument[0]', 'ReturnValue.Awaited'],
      ['Member[encryptExpression]', 'Argument[0]', 'ReturnValue.Awaited'],
    ]),
  ],
};
