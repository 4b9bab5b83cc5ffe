/** Ties the knot: the functions behind the interpreter's names. */
import { callValue } from '../calls/call.ts';
import type { Interpreter } from '../interpreter.ts';
import { construct } from './classes.ts';
import { evaluateExpression } from './expressions.ts';
import { assignClean } from './conditions.ts';
import { readDeclared } from './members.ts';
import { readSymbol } from './names.ts';
import { answerWrite } from './setters.ts';
import { runStatements } from './statements.ts';

export const interpreter: Interpreter = {
  evaluate: evaluateExpression,
  runStatements,
  readSymbol,
  readDeclared,
  callValue,
  construct,
  answerWrite,
  assignClean,
};
