import { describe, expect, it } from '@jest/globals';
import { FaultPlan } from '@registrar-kit/testing';

describe('the fault plan', () => {
  it('strikes once by default, and only what it names', () => {
    const faults = new FaultPlan();
    faults.add({ fault: 'html-page', operation: 'renewDomain', domain: 'a.com' });
    expect(faults.take({ operation: 'getDomain', domain: 'a.com' })).toBeUndefined();
    expect(faults.take({ operation: 'renewDomain', domain: 'b.com' })).toBeUndefined();
    expect(faults.take({ operation: 'renewDomain' })).toBeUndefined();
    expect(faults.take({ operation: 'renewDomain', domain: 'a.com' })?.fault).toBe('html-page');
    expect(faults.take({ operation: 'renewDomain', domain: 'a.com' })).toBeUndefined();
  });

  it('matches a request that serves several operations or domains', () => {
    const faults = new FaultPlan();
    faults.add({ fault: 'missing-row', operation: 'getNameservers', domain: 'b.com' });
    const question = {
      operation: ['getDomain', 'getNameservers'],
      domain: ['a.com', 'b.com'],
    } as const;
    expect(faults.take(question)).toEqual({
      fault: 'missing-row',
      operation: 'getNameservers',
      domain: 'b.com',
    });
  });

  it('counts strikes, passes and the order of planning', () => {
    const faults = new FaultPlan();
    faults.add({ fault: 'rate-limited', times: 2, after: 1 }).add({ fault: 'server-error' });
    const taken = Array.from({ length: 5 }, () => faults.take({ operation: 'getBalance' })?.fault);
    expect(taken).toEqual(['server-error', 'rate-limited', 'rate-limited', undefined, undefined]);
  });

  it('gives only the faults that are asked for', () => {
    const faults = new FaultPlan();
    faults.add({ fault: 'slow-answer', delayMs: 20 });
    const operation = 'getBalance';
    expect(faults.take({ operation, among: ['html-page'] })).toBeUndefined();
    expect(faults.take({ operation, among: ['slow-answer'] })?.delayMs).toBe(20);
  });

  it('tells what is left', () => {
    const faults = new FaultPlan();
    faults.add({ fault: 'rate-limited', times: 3, after: 1 });
    faults.take({ operation: 'getBalance' });
    faults.take({ operation: 'getBalance' });
    expect(faults.pending()).toEqual([{ fault: 'rate-limited', times: 2, after: 0 }]);
    faults.clear();
    expect(faults.pending()).toEqual([]);
  });

  it('refuses at once what a simulator cannot express, planned before or after', () => {
    const faults = new FaultPlan();
    faults.limitTo('the demo simulator', ['html-page']);
    expect(() => faults.add({ fault: 'login-redirect' })).toThrow(
      'the demo simulator cannot express the fault "login-redirect"; it can express html-page',
    );
    expect(faults.pending()).toEqual([]);
    faults.add({ fault: 'html-page' });
    expect(() => faults.limitTo('another', ['rate-limited'])).toThrow(
      'another cannot express the fault "html-page"',
    );
  });

  it.each([
    [{ fault: 'no-such-fault' }, 'there is no fault "no-such-fault"'],
    [{ fault: 'html-page', times: 0 }, "a fault's times must be a whole number from 1, not 0"],
    [{ fault: 'html-page', after: -1 }, "a fault's after must be a whole number from 0"],
    [{ fault: 'slow-answer', delayMs: 0.5 }, "a fault's delayMs must be a whole number"],
  ])('refuses %j', (fault, message) => {
    expect(() => new FaultPlan().add(fault as never)).toThrow(message);
  });
});
