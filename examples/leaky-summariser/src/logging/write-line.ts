/** Writes a line to the terminal, whatever it says. */

export function writeLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
