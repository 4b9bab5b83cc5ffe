/** Settings and small databases that are a file: configstore, conf and lowdb. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

const lowdb = [
  'Member[data]',
  'Member[data].Fuzzy',
  'Member[data].Fuzzy.Member[push,unshift,splice].Argument[0..]',
  'Member[update].Argument[0].Parameter[0].Fuzzy',
  'Member[update].Argument[0].Parameter[0].Fuzzy.Member[push,unshift,splice].Argument[0..]',
];

export const settingsFileRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'configstore.default', ['Member[set].Argument[1]', 'Member[all]']),
    ...names('disk', 'configstore.default', ['Member[set].Argument[0]']),
    ...sinks('disk', 'conf.default', [
      'Member[set].Argument[1]',
      'Member[appendToArray].Argument[1]',
      'Member[store]',
    ]),
    ...names('disk', 'conf.default', ['Member[set].Argument[0]']),
    ...sinks('disk', 'conf', ['Member[default].Argument[0].Member[defaults]']),
    // What is written anywhere below the data is written to the file by a later call that is given nothing.
    ...sinks('disk', 'lowdb.Low', lowdb),
    ...sinks('disk', 'lowdb.LowSync', lowdb),
    ...sinks('disk', 'lowdb.Adapter', ['Member[write].Argument[0]']),
    ...sinks('disk', 'lowdb/node.JSONFile', ['Member[write].Argument[0]']),
    ...sinks('disk', 'lowdb/node.JSONFileSync', ['Member[write].Argument[0]']),
    ...sinks('disk', 'lowdb/node', ['Member[JSONFilePreset].Argument[1]']),
    ...sinks('browser-storage', 'lowdb/browser.LocalStorage', ['Member[write].Argument[0]']),
  ],
};
