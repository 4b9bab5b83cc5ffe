/** Loads a bundle and takes the processor out of it. */
import type { ProcessorParts } from '../definition.ts';
import { Processor } from '../processor-parts.ts';

/** The processor that the module at this address exports as default. */
export async function loadProcessor(bundle: string): Promise<ProcessorParts> {
  // eslint-disable-next-line stateless/no-dynamic-code -- the bundle is what is run here: it is measured, and its imports are replayed
  const loaded: unknown = await import(bundle);
  const exported =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined;
  const parts = Processor.partsOf(exported);
  if (parts === undefined)
    throw new TypeError('a bundle exports a processor as default: export default processor({ ... })');
  return parts;
}
