/** Where packages give values that rows speak of: for programs in which no type says so. */
import type { Alias } from '../engine/models/rows.ts';
import { packagePlaces } from './package-places.ts';
import { prismaAliases } from './packages/prisma.ts';

const routes = 'Member[all,delete,get,head,options,patch,post,put,use].Argument[0..].Parameter[1]';

/** What handlers are given as a list, no declaration tells step by step. */
const handlers: readonly Alias[] = ['ReturnValue', 'Member[Router].ReturnValue'].map((path) => ({
  type: 'express',
  path: `${path}.${routes}`,
  is: 'express Member[Response].Instance',
  by: 'import',
}));

/** One for each place that was found in the declarations of the packages. */
const found: readonly Alias[] = packagePlaces.flatMap(([type, ...places]) =>
  places.map((place): Alias => {
    const [path = '', is = ''] = place.split(' = ');
    // Most places lead to another one of the same package.
    return { type: quoted(type), path, is: is.startsWith('~') ? `${type} ${is.slice(1)}` : is, by: 'import' };
  }),
);

/** The name of a module with a dot is written in quotes. */
function quoted(module: string): string {
  return module.includes('.') ? `'${module}'` : module;
}

/** All aliases of the catalogue. */
export const packageAliases: readonly Alias[] = [...handlers, ...prismaAliases, ...found];
