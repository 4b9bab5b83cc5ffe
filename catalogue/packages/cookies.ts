/** Cookies: in a browser, and jars of a server. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const cookieRows: Partial<Models> = {
  sinks: [
    ...sinks('browser-storage', 'js-cookie', ['Member[default].Member[set].Argument[1]']),
    ...names('browser-storage', 'js-cookie', ['Member[default].Member[set].Argument[0]']),
    ...sinks('browser-storage', 'universal-cookie.default', ['Member[set].Argument[1]']),
    ...names('browser-storage', 'universal-cookie.default', ['Member[set].Argument[0]']),
    ...sinks('browser-storage', 'tough-cookie.CookieJar', ['Member[setCookie,setCookieSync].Argument[0]']),
    ...sinks('browser-storage', 'tough-cookie.Cookie', ['Member[value]']),
  ],
};
