/** All statements that a program is made of, as templates. */
import { BYTES } from './bytes.ts';
import { CLASSES } from './classes.ts';
import { CONTAINERS } from './containers.ts';
import { CONTROL } from './control.ts';
import { COLLECTIONS } from './collections.ts';
import { CORNERS } from './corners.ts';
import { DESIGNS } from './designs.ts';
import { PROTOCOLS } from './protocols.ts';
import { DECLARATIONS } from './declarations.ts';
import { DESTRUCTURING } from './destructuring.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FUNCTIONS } from './functions.ts';
import { GENERICS } from './generics.ts';
import { ITERATION } from './iteration.ts';
import { NAMES } from './names.ts';
import { PROMISES } from './promises.ts';
import { SYNTAX } from './syntax.ts';
import { TRAPS } from './traps.ts';

export const STATEMENTS: readonly string[] = [
  ...DECLARATIONS,
  ...CONTROL,
  ...CONTAINERS,
  ...FUNCTIONS,
  ...PROMISES,
  ...CLASSES,
  ...DESTRUCTURING,
  ...EXCEPTIONS,
  ...BYTES,
  ...GENERICS,
  ...CORNERS,
  ...PROTOCOLS,
  ...COLLECTIONS,
  ...DESIGNS,
  ...NAMES,
  ...TRAPS,
  ...ITERATION,
  ...SYNTAX,
];
