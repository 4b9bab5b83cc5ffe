/** Whether rows say anything of a call. */
import type { ModelNode } from './index-face.ts';

/** A node that only has members says nothing of its call. */
export function speaksOfCalls(node: ModelNode): boolean {
  if (node.propagators.length > 0 || node.sanitizers.length > 0 || node.guards.length > 0) return true;
  if (
    node.step('ReturnValue') !== undefined ||
    node.step('Instance') !== undefined ||
    node.step('Call') !== undefined ||
    node.step('NewCall') !== undefined
  )
    return true;
  return (
    [0, 1, 2, 3, 4].some((index) => node.argument(index, 5).length > 0) || node.argument('this', 0).length > 0
  );
}
