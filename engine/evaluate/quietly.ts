/** Evaluating again for the value alone: effects and findings of the first time stand, and none are added. */
import type { Activation } from '../activation.ts';
import { fork } from '../values/state.ts';

export function quietly<Result>(activation: Activation, run: () => Result): Result {
  const { state, thrown, yielded } = activation;
  activation.state = fork(state);
  const result = run();
  Object.assign(activation, { state, thrown, yielded });
  return result;
}
