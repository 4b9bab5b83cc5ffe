/** The launcher as a program: finds out what this machine allows, and prints the command as a JSON list of texts. */
import { findLauncher } from './launcher.ts';

console.log(JSON.stringify(findLauncher().command));
