import { domainToASCII } from 'node:url';
import {
  isRegistrarError,
  type AppliedRecords,
  type Availability,
  type OperationName,
} from '@registrar-kit/core';
import { strangerDomain } from '../mutations/hostile-values.js';
import type { Exchange } from '../replies/exchange.js';
import type { Played } from '../replies/play-scene.js';
import type { Scene } from '../scenes/scene.js';
import { checkError, checkEvents, checkShown, type Expected } from './check-error.js';
import { checkValue } from './check-value.js';
import { isPolluted } from './prototypes.js';
import { saysAvailable, saysDone, saysRefused } from './vendor-sense.js';

/** Operations that a scene calls beside its own. */
const beside: Readonly<Partial<Record<OperationName, readonly OperationName[]>>> = {
  applyRecords: ['planRecords'],
  getOperation: ['transferDomain'],
  waitForOperation: ['transferDomain'],
  reconcileOperation: ['transferDomain'],
};

/** What is wrong with the course that a scene took, whatever its replies were. */
export function checkPlayed(
  scene: Scene,
  played: Played,
  { hidesAll }: Pick<Expected, 'hidesAll'>,
): readonly string[] {
  const { ending, shop } = played;
  const { operation } = scene;
  const expected: Expected = {
    provider: shop.provider,
    operations: [operation, ...(beside[operation] ?? [])],
    hidesAll,
  };
  const found = [
    ...checkEvents(shop.events, expected),
    ...(isPolluted() ? ['a prototype has changed'] : []),
    ...(ending.kind === 'value'
      ? [
          ...checkValue(operation, ending.value),
          ...checkBelief(scene, played, ending.value, expected),
        ]
      : checkError(ending.thrown, expected)),
  ];
  return [...found, ...checkEffect(scene, played)];
}

/** Whether a value says no more than the replies do. */
function checkBelief(
  scene: Scene,
  played: Played,
  value: unknown,
  expected: Expected,
): readonly string[] {
  const { shop, exchanges } = played;
  const { provider } = shop;
  const { operation } = scene;
  if (operation === 'checkAvailability' || operation === 'streamAvailability')
    return (value as readonly Availability[]).flatMap(({ domain, availability, error }) => [
      ...(availability === 'available' && !saysAvailable(provider, domain ?? '', exchanges)
        ? [`${String(domain)} is available, which no reply says`]
        : []),
      ...(error === undefined ? [] : checkShown(error, expected)),
    ]);
  if (operation === 'quote') {
    const quote = value as { readonly operation: string; readonly domain: string };
    return quote.operation === 'registerDomain' && !saysAvailable(provider, quote.domain, exchanges)
      ? [`${quote.domain} is quoted, and no reply says that it is free`]
      : [];
  }
  return scene.kind === 'read' ? checkAbout(scene, played) : [];
}

/** Operations that read one domain: an answer about another one, and about no other, must not be passed on as its own. */
const aboutOneDomain: ReadonlySet<OperationName> = new Set<OperationName>([
  'getDomain',
  'syncDomain',
  'getAuthCode',
  'getContacts',
]);

function checkAbout({ operation }: Scene, { exchanges }: Played): readonly string[] {
  if (!aboutOneDomain.has(operation)) return [];
  const last = exchanges.at(-1);
  if (last === undefined) return [];
  const named = [
    ...last.reply.body.toString().matchAll(/"?\bdomain(?:Name)?"?\s*[=:]\s*"([^"]*)"/gi),
  ].map(([, name = '']) => domainToASCII(name).toLowerCase());
  return named.length > 0 && named.every((name) => name === strangerDomain)
    ? [`${operation} believes an answer about another domain`]
    : [];
}

/** Whether what is said of a write, by a value or by an error, can be told from the replies. */
function checkEffect(scene: Scene, { shop, exchanges, ending }: Played): readonly string[] {
  const { provider, world } = shop;
  const charges = world.ledger().length;
  const found = charges > 1 ? [`paid ${String(charges)} times`] : [];
  const writes = exchanges.filter((exchange) => exchange.writes);
  const isRead = scene.kind === 'read';
  if (isRead) {
    if (writes.length > 0) found.push(`sent ${writes.map(({ target }) => target).join()}`);
    if (
      ending.kind === 'thrown' &&
      isRegistrarError(ending.thrown) &&
      ending.thrown.effect !== 'none'
    )
      found.push(`a reading ends with effect ${ending.thrown.effect}`);
    return found;
  }
  if (ending.kind === 'thrown') {
    const error = ending.thrown;
    const isOwn = isRegistrarError(error) && isWriting(error.operation);
    if (!isOwn || error.effect !== 'none') return found;
    const open = writes.find((exchange) => !saysRefused(provider, exchange));
    if (open !== undefined)
      found.push(
        `${open.target} may be carried out, and the error says effect none: ${error.message}`,
      );
    return found;
  }
  const { recovered, incomplete } = Object(ending.value) as {
    readonly recovered?: boolean;
    readonly incomplete?: readonly unknown[];
  };
  const misunderstood = writes.find((exchange) => !saysDone(provider, exchange));
  const isTold =
    recovered === true || (incomplete?.length ?? 0) > 0 || scene.operation.endsWith('Operation');
  if (misunderstood !== undefined && !isTold)
    found.push(`the answer to ${misunderstood.target} was not understood, and the call succeeds`);
  if (areReadsSound(exchanges)) {
    if (recovered === true && charges === 0) found.push('recovered what is not paid');
    const { missing, unexpected } = Object(ending.value) as Partial<AppliedRecords>;
    const differs = (missing?.length ?? 0) + (unexpected?.length ?? 0) > 0;
    if (scene.stands?.(shop) === false && !differs) found.push('answers what does not stand');
  }
  return found;
}

function isWriting(operation: string): boolean {
  return !/^(?:get|list|check|plan|reconcile|waitFor)/.test(operation);
}

/** Whether everything that was read after the write came from the vendor as it is. */
function areReadsSound(exchanges: readonly Exchange[]): boolean {
  return exchanges.every(({ writes, tampered }) => writes || !tampered);
}
