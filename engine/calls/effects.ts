/** What a summary's writes do in the caller: those that its own calls find, and how things stand in the end. */
import type { Activation } from '../activation.ts';
import { answerWrite } from '../interpreter.ts';
import { CELL } from '../labels.ts';
import { isEcho } from '../values/copies.ts';
import { checkEffect } from './effect-sinks.ts';
import { write } from '../values/memory.ts';
import { fork } from '../values/state.ts';
import type { Value } from '../values/value.ts';
import {
  type Substitution,
  buildLater,
  forgetHanded,
  namedKeys,
  substitute,
  substituteAtom,
} from './substitute.ts';

/** What the callee has written before it calls what only its caller knows. */
export function applyEarlyEffects(substitution: Substitution): void {
  const { activation, summary } = substitution;
  const effects = summary.before.effects.map((effect) => ({
    ...effect,
    written: substitute(substitution, effect.value),
    into: substituteAtom(substitution, effect.target),
  }));
  substitution.moment.entry = fork(activation.state);
  for (const { into, key, written, strong } of effects) {
    const keys = namedKeys(substitution, key);
    for (const one of keys) write(activation, into, one, written, strong && keys.length === 1);
  }
  forgetHanded(substitution);
}

export function applyEffects(substitution: Substitution): void {
  const { activation, summary, callee } = substitution;
  buildLater(substitution);
  const effects = summary.effects.map((effect) => ({
    effect,
    written: substitute(substitution, effect.value),
    into: substituteAtom(substitution, effect.target),
  }));
  for (const { effect, into, written } of effects) {
    const { key, strong, field } = effect;
    const keys = namedKeys(substitution, key);
    for (const one of keys) {
      write(activation, into, one, written, strong && keys.length === 1);
      checkEffect(activation, { effect, key: one, written, into }, callee, substitution.passed.node);
      if (substitution.rest === undefined)
        answerWrite(activation, into, one, written, substitution.passed.node);
    }
    if (field !== undefined) passField(activation, into, key, written, field);
  }
  for (const { id, key, value } of summary.keeps)
    for (const one of namedKeys(substitution, key))
      activation.keep(id, one, substitute(substitution, value), true);
}

/** A field written through an object that the caller has not made either. */
function passField(activation: Activation, into: Value, key: string, written: Value, field: string): void {
  const open = [...into.atoms.values()].filter((atom) => atom.reach === 'value' && !isEcho(atom));
  if (open.length === 0) return;
  for (const atom of open) activation.fields.set(`${atom.key}.${key}`, field);
  activation.keepConcrete(field, CELL, written);
}
