/** Slash commands in a chat: `/sum {"sentences": 2}`. */
import { log } from '../logging/logger.ts';
import type { ChatMessage } from '../models/message.ts';

const commands: Readonly<Record<string, string>> = { '/sum': 'summarise', '/stop': 'stop', '/help': 'help' };

export function parseCommand(message: ChatMessage): unknown {
  const [word = '', ...rest] = message.text.split(' ');
  log.info({ message: message.id, command: commands[word] ?? 'none' }, 'command'); // look-alike: a name from a closed list
  try {
    return JSON.parse(rest.join(' '));
  } catch (error) {
    if (error instanceof SyntaxError) log.warn(`not a command: ${error.message}`); // $ Alert[no-plaintext-to-log]
    return undefined;
  }
}
