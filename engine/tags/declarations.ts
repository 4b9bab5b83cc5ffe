/** All that declarations tell of a value besides its type: their own tags, and those of the types written at them. */
import type ts from 'typescript';
import type { Annotations } from './annotations.ts';
import type { DeclaredTags } from './declared-tags.ts';
import type { Naming } from './names.ts';
import type { LabelTree, Tag } from './tree.ts';

export interface Told {
  readonly tags: readonly Tag[];
  /** What the annotation tells, where the type has lost it. */
  readonly noted: LabelTree | undefined;
}

export interface Declarations {
  ofValue(symbol: ts.Symbol): Told;
  ofResult(declaration: ts.SignatureDeclaration | ts.JSDocSignature, naming: Naming | undefined): Told;
  /** What stands at a parameter or variable that a pattern takes apart. */
  ofPattern(holder: ts.ParameterDeclaration | ts.VariableDeclaration): Told;
  /** What a type written in a cast tells. */
  ofType(node: ts.TypeNode): Told;
}

export const NOTHING: Told = { tags: [], noted: undefined };

/** Without a tag that only declarations carry there is nothing to tell, and nothing is looked up. */
export function createDeclarations(
  tags: DeclaredTags,
  annotations: Annotations,
  hasDeclaredTags: boolean,
): Declarations {
  if (!hasDeclaredTags) {
    const tellNothing = (): Told => NOTHING;
    return { ofValue: tellNothing, ofResult: tellNothing, ofPattern: tellNothing, ofType: tellNothing };
  }
  return {
    ofValue: (symbol) => ({ tags: tags.ofValue(symbol), noted: annotations.ofValue(symbol) }),
    ofResult: (declaration, naming) => ({
      tags: tags.ofResult(declaration, naming),
      noted: annotations.ofResult(declaration),
    }),
    ofPattern: (holder) => ({ tags: tags.ofPattern(holder), noted: annotations.ofType(holder.type) }),
    ofType: (node) => ({ tags: [], noted: annotations.ofType(node) }),
  };
}

export function tellsSomething({ tags, noted }: Told): boolean {
  return tags.length > 0 || noted !== undefined;
}
