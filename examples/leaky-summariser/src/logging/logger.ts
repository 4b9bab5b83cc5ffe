/** The service's logger. */
import { pino } from 'pino';
import { config } from '../config.ts';

export const log = pino({ name: 'summariser', level: config.logLevel });
