import { expect, it } from '@jest/globals';
import { detectPlatform, notPublicIpv4 } from '@registrar-kit/core';

it('knows the places where the outgoing address changes', () => {
  expect(detectPlatform({ AWS_LAMBDA_FUNCTION_NAME: 'check' })).toBe('AWS Lambda');
  expect(detectPlatform({ GITHUB_ACTIONS: 'true' })).toBe('GitHub Actions');
  expect(detectPlatform({ VERCEL: '', HOME: '/root' })).toBeUndefined();
});

it.each([
  ['192.0.2.1', undefined],
  ['8.8.8.8', undefined],
  ['172.32.0.1', undefined],
  ['172.31.0.1', 'a private address'],
  ['192.168.1.1', 'a private address'],
  ['127.0.0.1', 'a loopback address'],
  ['169.254.10.1', 'a link-local address'],
  ['100.64.0.1', "an address inside a provider's network (carrier-grade NAT)"],
  ['198.18.0.1', 'an address for benchmarks'],
  ['224.0.0.1', 'a multicast address'],
  ['255.255.255.255', 'a reserved address'],
  ['2001:db8::1', 'an IPv6 address'],
  ['shop.example.com', 'not an IPv4 address'],
  ['0.0.0.0', 'an unspecified address'],
])('%s is %s', (address, kind) => {
  expect(notPublicIpv4(address)).toBe(kind);
});
