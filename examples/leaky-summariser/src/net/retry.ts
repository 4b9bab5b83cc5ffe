/** Tries three times, and says what it tried. */
import { log } from '../logging/logger.ts';

export async function withRetry<Payload>(
  name: string,
  payload: Payload,
  attempt: (payload: Payload) => Promise<void>,
): Promise<void> {
  for (let tries = 1; tries <= 3; tries += 1) {
    try {
      await attempt(payload);
      return;
    } catch {
      log.warn({ name, tries, payload }, 'attempt failed');
    }
  }
}
