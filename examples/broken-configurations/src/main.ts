import { diagnoseRegistrar, type AccessDiagnosis, type DiagnoseOptions } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { serveAll, type Served } from './served.js';
import { readConfiguration, situations, type Situation } from './situations.js';

const served = await serveAll();
try {
  for (const situation of situations) {
    const config = readConfiguration(situation, served.urls);
    const report = await diagnoseRegistrar(
      config,
      [namecheap, domainNameApi],
      {},
      optionsFor(situation, served),
    );
    console.log(`${situation.name}: ${situation.fault}`);
    for (const line of describe(report)) console.log(`  ${line}`);
    console.log();
  }
} finally {
  await served.close();
}

function optionsFor({ name, tryOtherEnvironment }: Situation, { urls }: Served): DiagnoseOptions {
  // Nobody outside of this machine is asked.
  const echoServices: readonly string[] = [];
  const baseUrl = urls.get(`${name.split('/')[0] ?? ''}-live`);
  return tryOtherEnvironment === true && baseUrl !== undefined
    ? { echoServices, otherEnvironment: { baseUrl } }
    : { echoServices };
}

function describe({ worst, exitCode }: AccessDiagnosis): readonly string[] {
  if (worst === undefined) return ['nothing failed'];
  const causes = worst.leading.map(({ cause }) => cause).join(' = ');
  const [first] = worst.leading;
  const [step = ''] = first.remedy.steps;
  return [
    `leads with: ${causes} (${first.likelihood})`,
    ...(worst.leading.length === 1 ? [`first step: ${step}`] : ['equally likely; no winner']),
    `exit code of registrar doctor: ${String(exitCode)}`,
  ];
}
