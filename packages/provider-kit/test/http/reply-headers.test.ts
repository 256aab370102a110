import { describe, expect, it } from '@jest/globals';
import { isRedirect, leadsToLogin, readRetryAfter } from '@registrar-kit/provider-kit';

const now = Date.UTC(2026, 0, 1);

describe('readRetryAfter', () => {
  it.each([
    ['7', 7000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    // Longer than a timer can be set to.
    ['Fri, 31 Dec 2027 23:00:00 GMT', 2_147_483_647],
    ['soon', undefined],
    ['99999999', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('takes %p for %p', (header, expected) => {
    const headers = header === undefined ? {} : { 'retry-after': header };
    expect(readRetryAfter({ status: 429, headers, body: '' }, now)).toBe(expected);
  });
});

describe('a redirect', () => {
  const to = (location: string, body = '') => ({ status: 302, headers: { location }, body });

  it.each([
    '/Account/Login?returnUrl=%2F',
    'https://www.example.com/login',
    'Login.aspx',
    '/sign-in',
    '/signin',
    '/log_on.do',
    'https://login.example.com/',
    'https://id.example.com/connect/authorize?client_id=1',
  ])('to %s leads to a login page', (location) => {
    expect(isRedirect(to(location))).toBe(true);
    expect(leadsToLogin(to(location))).toBe(true);
  });

  it.each([
    '/blogin',
    '/logins',
    '/catalogin',
    'https://www.example.com/',
    '/signing',
    '/maintenance',
  ])('to %s does not', (location) => {
    expect(leadsToLogin(to(location, '<a href="/login">'))).toBe(false);
  });

  it('without an address is told by its page', () => {
    expect(leadsToLogin(to('', '<a href="/Account/Login">here</a>'))).toBe(true);
    expect(leadsToLogin(to('', 'please log in'))).toBe(false);
  });

  it.each([200, 204, 299, 400, 404])('is not %i', (status) => {
    expect(isRedirect({ status, headers: {}, body: '' })).toBe(false);
  });
});
