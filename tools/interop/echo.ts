/** The processor behind the meetings: it answers with its input. */
import { processor } from 'stateless-runtime';
import type { StandardSchema } from 'stateless-runtime';

interface Note {
  readonly text: string;
}

const note: StandardSchema<Note, Note> = {
  '~standard': {
    version: 1,
    vendor: 'interop',
    validate: (value) => (isNote(value) ? { value } : { issues: [{ message: 'not a note' }] }),
  },
};

// eslint-disable-next-line no-restricted-syntax -- a bundle exports its processor as default
export default processor({ name: 'echo', input: note, output: note, handle: (input) => input });

function isNote(value: unknown): value is Note {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.length === 1 && entries[0]?.[0] === 'text' && typeof entries[0][1] === 'string';
}
