import { buy, type Chapter } from './chapter.js';
import { codeOf } from './story.js';

/** Glue hosts. */
export const hosts: Chapter = async (stage) => {
  const { registrar, story } = stage;
  const { createHost, updateHost } = registrar.capabilities;
  const domain = await buy(stage, 'quiet-harbour-hosts.com');
  const host = `ns1.${domain}`;
  const read = async () => {
    const { addresses } = await registrar.getHost({ domain, host });
    return [...addresses].sort();
  };

  await story.scene('a host', ['createHost', 'getHost'], async () => {
    const created = await registrar.createHost({ domain, host, addresses: ['192.0.2.53'] });
    return [created.host, created.addresses, await read()];
  });

  await story.scene('a host that is not there', ['getHost'], async () => [
    await codeOf(registrar.getHost({ domain, host: `ns9.${domain}` })),
    await codeOf(registrar.getHost({ domain, host: 'ns1.example.net' })),
  ]);

  await story.scene('another address', ['updateHost', 'getHost'], async () => {
    const updated = await registrar.updateHost({ domain, host, addresses: ['192.0.2.54'] });
    return [updated.addresses, await read()];
  });

  await story.scene('all hosts', ['listHosts'], async () => {
    const { hosts: rows } = await registrar.listHosts({ domain });
    return rows.map((row) => [row.host, row.addresses]);
  });

  const takesSeveral = updateHost.support !== 'unsupported' && updateHost.maxAddresses > 1;
  await story.sceneWithin(
    takesSeveral,
    'several addresses',
    ['updateHost', 'getHost'],
    async () => {
      const addresses = ['192.0.2.54', '192.0.2.55'];
      await registrar.updateHost({ domain, host, addresses });
      return read();
    },
  );

  const takesIpv6 = createHost.support !== 'unsupported' && createHost.ipv6;
  await story.sceneWithin(takesIpv6, 'an IPv6 address', ['createHost', 'deleteHost'], async () => {
    const second = `ns2.${domain}`;
    const created = await registrar.createHost({
      domain,
      host: second,
      addresses: ['2001:db8::53'],
    });
    await registrar.deleteHost({ domain, host: second });
    return created.addresses;
  });

  const renames = updateHost.support !== 'unsupported' && updateHost.rename;
  await story.sceneWithin(renames, 'another name and back', ['updateHost', 'getHost'], async () => {
    const newHost = `ns3.${domain}`;
    const renamed = await registrar.updateHost({ domain, host, newHost });
    const former = await codeOf(registrar.getHost({ domain, host }));
    await registrar.updateHost({ domain, host: newHost, newHost: host });
    return [renamed.host, former];
  });

  await story.scene('an end', ['deleteHost', 'getHost'], async () => {
    const before = await codeOf(registrar.getHost({ domain, host }));
    await registrar.deleteHost({ domain, host });
    return [
      before,
      await codeOf(registrar.getHost({ domain, host })),
      await codeOf(registrar.deleteHost({ domain, host })),
    ];
  });
};
