/** JSDoc tags `@sink KIND PARAMETER` that make no sink: a kind or a parameter that is not there. */
import ts from 'typescript';
import type { Place } from '../flow.ts';
import { placeBetween } from '../place.ts';
import { visitBelow } from '../program/syntax.ts';
import { docCommentsOf } from './doc-comment.ts';
import { fileMentions } from './file-text.ts';

export interface SinkFault {
  readonly place: Place;
  readonly fault: 'kind' | 'parameter';
  /** The word that names nothing; empty where no kind is given at all. */
  readonly word: string;
}

const TAG = /@sink(?![\w-])(?:[ \t]+([\w-]+))?(?:[ \t]+([\w$]+))?/g;

/** The faulty tags of a file, in the order of the text. */
export function sinkFaultsIn(file: ts.SourceFile, kinds: ReadonlySet<string>): readonly SinkFault[] {
  if (!fileMentions(file, '@sink')) return [];
  const faults = new Map<string, SinkFault>();
  visitBelow(file, (node) => {
    if (ts.isFunctionLike(node))
      for (const fault of faultsOf(file, node, kinds))
        faults.set(`${fault.place.line} ${fault.place.column}`, fault);
    return true;
  });
  return [...faults.values()];
}

function* faultsOf(
  file: ts.SourceFile,
  node: ts.SignatureDeclaration,
  kinds: ReadonlySet<string>,
): Generator<SinkFault> {
  const names = node.parameters.map(({ name }) => name.getText());
  for (const comment of docCommentsOf(node)) {
    const start = file.text.lastIndexOf(comment, node.getStart());
    for (const match of comment.matchAll(TAG)) {
      const [tag, kind = '', parameter = ''] = match;
      const place = placeBetween(file, start + match.index, start + match.index + tag.length);
      if (!kinds.has(kind)) yield { place, fault: 'kind', word: kind };
      else if (parameter !== '' && !names.includes(parameter))
        yield { place, fault: 'parameter', word: parameter };
    }
  }
}
