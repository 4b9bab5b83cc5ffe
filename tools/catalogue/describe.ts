/** Rows and paths in words, for a report. */
import type { AccessStep } from '../../engine/models/parse-path.ts';
import { placeText } from '../../engine/models/parse-places.ts';
import type { Row } from '../../engine/models/rows.ts';

export const describeRow = ({ type, path }: Row): string => `${type} · ${path}`;

/** A path of single alternatives, in the grammar. */
export const describePath = (steps: readonly AccessStep[]): string => steps.map(stepText).join('.');

function stepText(step: AccessStep): string {
  switch (step.step) {
    case 'Member':
      return `Member[${step.names.join()}]`;
    case 'Argument':
    case 'Parameter':
      return `${step.step}[${step.places.map(placeText).join()}]`;
    case 'WithArity':
      return `WithArity[${step.counts.map(placeText).join()}]`;
    case 'WithStringArgument':
      return `WithStringArgument[${step.index}=${step.value}]`;
    case 'Shared':
    case 'Near':
      return `${step.step}[${step.name}]`;
    case 'Named':
      return `Named[${step.index}]`;
    default:
      return step.step;
  }
}
