/** The end of a session process: at once, by a way that a bundle can neither take away nor listen to. */
import { process } from './own-process.ts';

/** Ends the process without its `exit` event, whose listeners are the bundle's. */
export type Exit = (code: number) => void;

/** Takes the way out, and lets every uncaught error end the process with a code and no word. */
export function takeExit(): Exit {
  const leave: unknown = Reflect.get(process, 'reallyExit');
  if (typeof leave !== 'function') throw new TypeError('this Node has no process.reallyExit');
  const exit: Exit = (code) => {
    Reflect.apply(leave, process, [code]);
  };
  process.setUncaughtExceptionCaptureCallback(() => {
    exit(1);
  });
  return exit;
}
