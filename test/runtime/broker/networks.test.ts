/** Who counts as one client: an IPv4 address, and all addresses of an IPv6 network of 64 bits. */
import { describe, expect, it } from 'vitest';
import { Offers } from '../../../runtime/broker/offers.ts';

describe('two addresses', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:db8:1:2::1', '2001:db8:1:2:9:8:7:6'],
    ['2001:db8::1', '2001:db8::2:0:0:3'],
    ['2001:db8::', '2001:db8::ffff'],
    ['::1', '::2'],
    ['fe80::1%eth0', 'fe80::2%eth0'],
  ])('%s and %s are one client', (first, second) => {
    expect(hasRoomForBoth(first, second)).toBe(false);
  });

  it.each([
    ['192.0.2.1', '192.0.2.2'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['2001:db8:0:1::1', '2001:db8::1'],
    ['2001:0:0:4::1', '2001::1'],
    ['2001::4:5:6:7:8', '2001::5:5:6:7:8'],
    ['1:2:3::', '1:2:3:4::'],
    ['::1', '1::1'],
  ])('%s and %s are two clients', (first, second) => {
    expect(hasRoomForBoth(first, second)).toBe(true);
  });
});

describe('a place', () => {
  it('is free again once it is given back', () => {
    const offers = new Offers({ lifetimeMs: 1_000, perConnection: 9, perAddress: 1 });
    const holder = offers.reserve({}, '2001:db8::1');
    if (!holder) throw new TypeError('the first one gets a place');
    expect(offers.reserve({}, '2001:db8::2')).toBeUndefined();
    offers.release(holder);
    expect(offers.reserve({}, '2001:db8::2')).toBeDefined();
  });
});

function hasRoomForBoth(first: string, second: string): boolean {
  const offers = new Offers({ lifetimeMs: 1_000, perConnection: 9, perAddress: 1 });
  expect(offers.reserve({}, first)).toBeDefined();
  return offers.reserve({}, second) !== undefined;
}
