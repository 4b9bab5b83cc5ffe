/** The type oracle: which values are tagged, as their types, declarations and the policy tell. */
import ts from 'typescript';
import type { DecoratedLabels } from '../models/decorated.ts';
import type { Policy } from '../policy.ts';
import { augmentedFiles } from './augmentations.ts';
import { createBrands } from './brands.ts';
import { Annotations } from './annotations.ts';
import { createDeclarations, tellsSomething } from './declarations.ts';
import { createDeclaredTags } from './declared-tags.ts';
import { createEdges } from './edges.ts';
import { createExpressionNaming } from './expression-naming.ts';
import { createIsForeign } from './foreign-files.ts';
import { NodeTrees } from './node-tree.ts';
import { findPresence } from './presence.ts';
import { Reach, type ReachParts } from './reach.ts';
import type { TypeOracle } from './tree.ts';
import { createTypeTags } from './type-tags.ts';
import { TypeTrees } from './type-tree.ts';
import { writtenBrand } from './written-brands.ts';

/** Makes the oracle of a program under a policy's tags. Everything that it finds out is kept as long as it lives. */
export function createTypeOracle(
  program: ts.Program,
  policy: Pick<Policy, 'brands' | 'plaintext' | 'nameHeuristics'>,
  decorated?: DecoratedLabels,
): TypeOracle {
  const presence = findPresence(program, policy);
  const hasTags = presence.hasTags || decorated !== undefined;
  const hasDeclaredTags = presence.hasDeclaredTags || decorated !== undefined;
  if (!hasTags) return { treeAt: () => undefined, treeOf: () => undefined, isContentFree, hasTags };
  const checker = program.getTypeChecker();
  const brands = createBrands(program, policy.brands);
  const declared = createDeclaredTags(program, policy, decorated);
  const edges = createEdges(program, (member) => brands.isBrand(member));
  const tags = createTypeTags(program, brands, declared);
  const annotations = new Annotations(program, declared, (node) =>
    writtenBrand(checker, brands, policy.brands, node),
  );
  const declarations = createDeclarations(declared, annotations, hasDeclaredTags);
  const isTaggedMember = (member: ts.Symbol): boolean => tellsSomething(declarations.ofValue(member));
  const reach = createReach(program, policy, { checker, tags, edges, isTaggedMember });
  const trees = new TypeTrees({ checker, tags, edges, reach, declared, declarations });
  const naming = createExpressionNaming(checker, brands);
  const nodes = new NodeTrees({ program, trees, reach, declarations, naming, hasDeclaredTags });
  return { treeAt: (node) => nodes.at(node), treeOf: (type) => trees.of(type), isContentFree, hasTags };
}

/** Other people's types are looked into only where own code adds tagged members to them. */
function createReach(
  program: ts.Program,
  policy: Pick<Policy, 'brands' | 'plaintext'>,
  parts: Omit<ReachParts, 'isForeign'>,
): Reach {
  const reach = new Reach({ ...parts, isForeign: createIsForeign(program, policy) });
  const augmented = augmentedFiles(
    program,
    (member) => parts.isTaggedMember(member) || reach.hasTag(parts.checker.getTypeOfSymbol(member)),
  );
  if (augmented.length === 0) return reach;
  return new Reach({ ...parts, isForeign: createIsForeign(program, policy, augmented) });
}

const CONTENT_FREE =
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Void |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.Never;

/** A type that was tagged on purpose is an intersection, and so never free of content. */
function isContentFree(type: ts.Type): boolean {
  if ((type.flags & CONTENT_FREE) !== 0) return !type.isUnion() || type.types.every(isContentFree);
  return type.isUnion() && type.types.every(isContentFree);
}
