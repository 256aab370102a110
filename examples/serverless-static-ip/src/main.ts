import { createRegistrar, isRegistrarError, type Registrar } from '@registrar-kit/core';
import { namecheap } from '@registrar-kit/namecheap';
import { createDemoWorld, demoAccounts } from '@registrar-kit/testing';
import { buildNetwork } from './network.js';
import { startStaticProxy } from './static-proxy.js';

// Namecheap lets in only the addresses of an allow-list that people edit. A function of a serverless platform, or a job of a
// hosted CI, has another address every time. This shows what happens then, and what helps: one proxy with a static address.
const [firstAddress, laterAddress, staticAddress] = [
  '203.0.113.20',
  '203.0.113.99',
  '198.51.100.7',
];
const account = demoAccounts.addressBound.id;
const login = { user: 'panel', password: 'let me in' };

const world = createDemoWorld();
const network = await buildNetwork(world, { function: firstAddress, proxy: staticAddress });
const proxy = await startStaticProxy(login, (target) => {
  const { ownWay, proxyWay } = network;
  if (target === ownWay.registrar) return proxyWay.registrar;
  return target === ownWay.echo ? proxyWay.echo : undefined;
});

try {
  console.log('# A function without a fixed address');
  console.log(`allow-list: ${staticAddress}`);
  const detect = {
    ...network.ownWay.config,
    clientIp: { detect: [`http://${network.ownWay.echo}`] },
  };
  const direct = connectTo(detect);
  await attempt(direct);

  console.log('\n# Its address of today is allowed, and the platform moves it');
  world.updateAccount(account, { allowedAddresses: [staticAddress, firstAddress] });
  console.log(`allow-list: ${staticAddress}, ${firstAddress}`);
  await attempt(direct);
  network.moveTo(laterAddress);
  await attempt(direct);

  console.log('\n# Through a proxy with a static address');
  world.updateAccount(account, { allowedAddresses: [staticAddress] });
  console.log(`allow-list: ${staticAddress}`);
  const throughProxy = connectTo({ ...detect, proxy: proxyUrl(login.password) });
  await attempt(throughProxy);
  network.moveTo(firstAddress);
  await attempt(throughProxy);
  console.log('what the proxy was asked for:');
  for (const line of new Set(proxy.log)) console.log(`  ${named(line)}`);

  console.log('\n# With a password that the proxy does not know');
  await attempt(connectTo({ ...detect, clientIp: staticAddress, proxy: proxyUrl('wrong') }));
} finally {
  await proxy.close();
  await network.close();
}

function connectTo(config: Record<string, unknown>): Registrar {
  return createRegistrar(config, [namecheap], {
    onEvent: (event) => {
      // For the people who keep the allow-list: a mail, a message, an alarm.
      if (event.type === 'egress.changed')
        console.log(`event egress.changed: from ${event.from} to ${event.to}`);
    },
  });
}

async function attempt(registrar: Registrar): Promise<void> {
  try {
    const { available } = await registrar.getBalance();
    const [balance] = available;
    console.log(`let in: ${balance?.amount ?? '0'} ${balance?.currency ?? ''} can be spent`);
  } catch (error) {
    if (!isRegistrarError(error)) throw error;
    const [{ cause, remedy }] = error.diagnosis;
    console.log(`${String(error.status)} ${error.code}: ${named(error.message)}`);
    console.log(`  cause: ${cause}, to be mended by: ${remedy.actor}, effect: ${error.effect}`);
    for (const { name, value } of remedy.values ?? []) console.log(`  ${name}: ${named(value)}`);
  }
}

/** Percent-encoded, as URLs want it. */
function proxyUrl(password: string): string {
  return `http://${login.user}:${encodeURIComponent(password)}@127.0.0.1:${String(proxy.port)}`;
}

/** Ports of this machine by what stands there. */
function named(text: string): string {
  const { ownWay } = network;
  return text
    .replaceAll(ownWay.registrar, 'api.namecheap.example')
    .replaceAll(ownWay.echo, 'echo.example')
    .replaceAll(`127.0.0.1:${String(proxy.port)}`, 'proxy.example');
}
