/** Which origins the patterns of `allowedHosts` let pass. */
import { describe, expect, test } from 'vitest';
import { hostPattern, isAllowed } from '../../catalogue/allowed-hosts.ts';

describe('a host is let pass', () => {
  test.each([
    ['https://api.example', 'api.example'],
    ['https://api.example:8443', 'api.example'],
    ['https://api.example:8443', 'api.example:8443'],
    ['https://api.example', 'api.example:443'],
    ['wss://api.example', 'wss://api.example'],
    ['https://eu.api.example', '*.api.example'],
    ['https://api.example.', 'api.example'],
    ['https://[::1]:8080', '[::1]:8080'],
    ['//api.example', 'api.example'],
    ['self', 'self'],
  ])('%s under %s', (origin, pattern) => {
    expect(isAllowed(origin, [pattern])).toBe(true);
  });
});

describe('a host is reported', () => {
  test.each([
    ['https://evil.example', 'api.example'],
    ['https://evilapi.example', '*.api.example'],
    ['https://api.example', '*.api.example'],
    ['https://api.example.evil.example', 'api.example'],
    ['http://api.example', 'https://api.example'],
    ['https://api.example:8443', 'api.example:443'],
    ['//api.example', 'https://api.example'],
    ['https://self', 'self'],
    [undefined, 'api.example'],
  ])('%s under %s', (origin, pattern) => {
    expect(isAllowed(origin, [pattern])).toBe(false);
  });

  test('where the list is empty', () => {
    expect(isAllowed('https://api.example', [])).toBe(false);
  });
});

test.each([
  ['api.example', true],
  ['*.api.example:8443', true],
  ['https://api.example', true],
  ['[::1]:8080', true],
  ['self', true],
  ['*', false],
  ['https://api.example/v1', false],
  ['api.*.example', false],
  ['API.example', false],
  ['', false],
])('%s may stand in the options: %s', (pattern, isPattern) => {
  expect(new RegExp(hostPattern).test(pattern)).toBe(isPattern);
});
