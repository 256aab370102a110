import { describe, expect, it } from '@jest/globals';
import { EgressWatch, type EgressWatchSettings } from '@registrar-kit/provider-kit';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import { FakeClock } from '../support/fake-clock.js';
import { closedPort, httpServer, tcpServer } from '../support/http-server.js';
import { keptServers } from '../support/kept-servers.js';
import { connectProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';
import { testCall } from '../support/test-call.js';

useRealSockets();
const kept = keptServers();

const here = '203.0.113.7';
const there = '198.51.100.9';

/** An echo service whose answer can change; it counts how often it was asked. */
async function echoService(
  address: string,
): Promise<{ readonly url: string; answer: string; asked: number }> {
  const service = { url: '', answer: address, asked: 0 };
  const server = await kept(
    httpServer((_request, response) => {
      service.asked += 1;
      response.end(service.answer);
    }),
  );
  service.url = server.url.href;
  return service;
}

function watch(
  clientIp: EgressWatchSettings['clientIp'],
  more: Partial<EgressWatchSettings> = {},
): EgressWatch {
  return new EgressWatch({ clientIp, clock: new FakeClock(), timeoutMs: 2000, ...more });
}

const changed = (from: string, to: string): object => ({
  type: 'egress.changed',
  operation: 'getBalance',
  requestId: 'call-1',
  from,
  to,
});

describe('an address that is configured', () => {
  it('is used as it is', async () => {
    const egress = watch(here);
    expect(egress.current).toBe(here);
    expect(await egress.address(testCall())).toBe(here);
  });

  it('stays when the registrar quotes another one, which is reported once', async () => {
    const egress = watch(here);
    const call = testCall();
    expect(await egress.refused(here, there, call)).toBe(false);
    expect(await egress.refused(here, there, call)).toBe(false);
    expect(await egress.address(call)).toBe(here);
    expect(call.events).toEqual([changed(here, there)]);
  });

  it.each([undefined, here, '127.0.0.1', '10.0.0.1', '2001:db8::1'])(
    'has not changed when it quotes %s',
    async (observed) => {
      const call = testCall();
      expect(await watch(here).refused(here, observed, call)).toBe(false);
      expect(call.events).toEqual([]);
    },
  );
});

describe('an address that is looked up', () => {
  it('is looked up once, when it is needed, for all calls', async () => {
    const service = await echoService(here);
    const egress = watch({ detect: [service.url] });
    expect(egress.current).toBeUndefined();
    expect(service.asked).toBe(0);
    const calls = Array.from({ length: 20 }, () => egress.address(testCall()));
    expect(new Set(await Promise.all(calls))).toEqual(new Set([here]));
    expect(await egress.address(testCall())).toBe(here);
    expect(service.asked).toBe(1);
    expect(egress.current).toBe(here);
  });

  it('is asked for through the proxy', async () => {
    const service = await echoService(here);
    const proxy = await kept(connectProxy(`user:${canaryPassword}`));
    const egress = watch(
      { detect: [service.url] },
      { proxy: `http://user:${encodeURIComponent(canaryPassword)}@${proxy.url.host}` },
    );
    expect(await egress.address(testCall())).toBe(here);
    expect(proxy.asked).toEqual([new URL(service.url).host]);
  });

  it('does not keep others waiting for the caller who gives up', async () => {
    let answer = (): void => {};
    const server = await kept(
      httpServer((_request, response) => {
        answer = () => response.end(here);
      }),
    );
    const egress = watch({ detect: [server.url.href] });
    const [impatient, late, patient] = [testCall(), testCall(), testCall()];
    const first = caught(egress.address(impatient));
    const second = caught(egress.address(late));
    const third = egress.address(patient);
    impatient.cancel();
    late.reachDeadline();
    expect(await first).toMatchObject({
      code: 'CANCELLED',
      effect: 'none',
      message:
        'example: getBalance: the caller ended the call while the address of this server was looked up',
    });
    expect(await second).toMatchObject({ code: 'TIMEOUT', effect: 'none' });
    while (server.connections.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    answer();
    expect(await third).toBe(here);
    expect(server.connections).toHaveLength(1);
  });
});

describe('a look-up that fails', () => {
  it('names each service, sends nothing to the registrar and is not kept', async () => {
    const dead = `http://127.0.0.1:${String(await closedPort())}/`;
    const service = await echoService('sorry');
    const egress = watch({ detect: [dead, service.url] });
    const call = testCall({ retry: 'never' });
    const error = await caught(egress.address(call));
    expect(error).toMatchObject({
      code: 'TRANSPORT_FAILED',
      phase: 'not_sent',
      effect: 'none',
      retryable: true,
    });
    expect(error.message).toBe(
      `example: getBalance: the address of this server could not be looked up (${dead}: ${new URL(dead).host} refused the connection (ECONNREFUSED); ${service.url}: answered something else than an address); nothing was sent to the registrar; set clientIp to the public IPv4 address from which the server reaches the internet to do without`,
    );
    expect(error.diagnosis[0]).toMatchObject({ cause: 'network_failure' });
    expect(call.events).toEqual([]);
    service.answer = here;
    expect(await egress.address(testCall())).toBe(here);
  });

  it('for the proxy says so', async () => {
    const service = await echoService(here);
    const proxy = await kept(connectProxy('user:right'));
    const egress = watch(
      { detect: [service.url] },
      { proxy: `http://user:${encodeURIComponent(canaryPassword)}@${proxy.url.host}` },
    );
    const call = testCall();
    const error = await caught(egress.address(call));
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', effect: 'none' });
    expect(error.message).toContain('refused the user name or the password of the proxy field');
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
    expectNoCanary(error, call.events);
  });

  it('for services that name no address is a matter of the configuration', async () => {
    const service = await echoService('<html>');
    const error = await caught(watch({ detect: [service.url] }).address(testCall()));
    expect(error).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      effect: 'none',
      issues: [{ path: 'clientIp.detect' }],
      message: `example: getBalance: clientIp.detect: no echo service names an address (${service.url}: answered something else than an address); set clientIp to the public IPv4 address from which the server reaches the internet`,
    });
  });

  it('for services that disagree takes no side', async () => {
    const [one, other] = await Promise.all([echoService(here), echoService(there)]);
    const error = await caught(watch({ detect: [one.url, other.url] }).address(testCall()));
    expect(error).toMatchObject({ code: 'CONFIGURATION_INVALID', effect: 'none' });
    expect(error.message).toContain(
      `the echo services name different addresses (${one.url}: ${here}; ${other.url}: ${there})`,
    );
  });

  it('in time ends with the limit of the look-up', async () => {
    const { url } = await kept(tcpServer(() => {}));
    const error = await caught(
      watch({ detect: [url.href] }, { timeoutMs: 80 }).address(testCall()),
    );
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent' });
    expect(error.message).toContain(`no complete answer from ${url.host} within 80 ms`);
  });
});

describe('an address that changes', () => {
  it('gives way to the one that the registrar quotes, without another look-up', async () => {
    const service = await echoService(here);
    const egress = watch({ detect: [service.url] });
    const call = testCall();
    const used = await egress.address(call);
    expect(await egress.refused(used, there, call)).toBe(true);
    expect(await egress.address(call)).toBe(there);
    expect(call.events).toEqual([changed(here, there)]);
    expect(service.asked).toBe(1);
  });

  it('is looked up again where the registrar quotes none', async () => {
    const service = await echoService(here);
    const clock = new FakeClock();
    const egress = watch({ detect: [service.url] }, { clock });
    const call = testCall();
    await egress.address(call);
    await clock.advance(60_000);
    service.answer = there;
    expect(await egress.refused(here, undefined, call)).toBe(true);
    expect(call.events).toEqual([changed(here, there)]);
    expect(egress.current).toBe(there);
  });

  it('is reported once when many calls notice at the same time', async () => {
    const service = await echoService(here);
    const clock = new FakeClock();
    const egress = watch({ detect: [service.url] }, { clock });
    const call = testCall();
    await egress.address(call);
    await clock.advance(60_000);
    service.answer = there;
    const refusals = Array.from({ length: 5 }, () => egress.refused(here, undefined, call));
    expect(await Promise.all(refusals)).toEqual([true, true, true, true, true]);
    expect(call.events).toEqual([changed(here, there)]);
    expect(service.asked).toBe(2);
  });

  it('is news to a call that was sent before others noticed', async () => {
    const service = await echoService(here);
    const egress = watch({ detect: [service.url] });
    const call = testCall();
    await egress.address(call);
    await egress.refused(here, there, call);
    expect(await egress.refused(here, there, call)).toBe(true);
    expect(await egress.refused(there, there, call)).toBe(false);
    expect(call.events).toHaveLength(1);
  });

  it('is not asked for again and again while the registrar refuses', async () => {
    const service = await echoService(here);
    const clock = new FakeClock();
    const egress = watch({ detect: [service.url] }, { clock });
    const call = testCall();
    await egress.address(call);
    for (let refusal = 0; refusal < 5; refusal += 1)
      expect(await egress.refused(here, undefined, call)).toBe(false);
    expect(service.asked).toBe(1);
    await clock.advance(60_000);
    expect(await egress.refused(here, undefined, call)).toBe(false);
    expect(await egress.refused(here, undefined, call)).toBe(false);
    expect(service.asked).toBe(2);
  });

  it('stays as it is when looking it up again fails', async () => {
    const service = await echoService(here);
    const clock = new FakeClock();
    const egress = watch({ detect: [service.url] }, { clock });
    const call = testCall();
    await egress.address(call);
    await clock.advance(60_000);
    service.answer = 'sorry';
    expect(await egress.refused(here, undefined, call)).toBe(false);
    expect(await egress.refused(here, '192.168.1.1', call)).toBe(false);
    expect(service.asked).toBe(2);
    expect(egress.current).toBe(here);
    expect(call.events).toEqual([]);
  });

  it('does not hide a refusal behind the end of the call', async () => {
    const service = await echoService(here);
    const clock = new FakeClock();
    const egress = watch({ detect: [service.url] }, { clock });
    const call = testCall();
    await egress.address(call);
    await clock.advance(60_000);
    call.cancel();
    expect(await egress.refused(here, undefined, call)).toBe(false);
  });
});
