/** Why the command could not run, and what to do about it: one line. */
export class CannotRun extends Error {
  constructor(fault: string, remedy: string) {
    super(`${fault} ${remedy}`.replace(/\s+/g, ' '));
    this.name = 'CannotRun';
  }
}
