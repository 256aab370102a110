import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRegistrarError } from '@registrar-kit/core';
import type { FaultName } from '@registrar-kit/testing';
import { withoutGiven } from '../canaries.js';
import { strangerDomain } from '../mutations/hostile-values.js';
import { scenes } from '../scenes/scenes.js';
import type { Scene } from '../scenes/scene.js';
import { ownDomain, providerIds, type ProviderId } from '../shop.js';
import type { WireReply } from '../wire/wire-reply.js';
import type { Exchange } from './exchange.js';
import { playScene, type Stage } from './play-scene.js';

/** A scene at one provider, and what is said in it as long as nobody touches the replies. */
interface Take {
  /** Names it in a report, such as `namecheap getDomain`. */
  readonly name: string;
  readonly provider: ProviderId;
  readonly scene: Scene;
  readonly tape: readonly Exchange[];
}

/** All that cases are made of. */
export interface ReplyLab {
  readonly stage: Stage;
  readonly takes: readonly Take[];
  /** Replies of each vendor to draw on: answers, refusals, samples. */
  readonly replies: Readonly<Record<ProviderId, readonly WireReply[]>>;
}

/** What is true of the lab before anything is mutated: a scene that fails by itself would prove nothing. */
class UnsoundScene extends Error {}

const refusals: readonly FaultName[] = [
  'ip-not-allowed',
  'key-rejected',
  'account-locked',
  'rate-limited',
  'server-error',
  'html-page',
  'login-redirect',
];

/**
 * Plays every scene once and keeps what was said.
 *
 * @param samplesFolder - real replies, in a folder for each provider; they are read where they are and go nowhere
 * @throws UnsoundScene
 */
export async function openReplyLab(stage: Stage, samplesFolder?: string): Promise<ReplyLab> {
  const takes: Take[] = [];
  const replies: Record<ProviderId, WireReply[]> = { namecheap: [], 'domain-name-api': [] };
  for (const provider of providerIds) {
    for (const scene of scenes) {
      const { ending, exchanges } = await playScene(stage, provider, scene);
      if (ending.kind === 'thrown') {
        if (isRegistrarError(ending.thrown, 'UNSUPPORTED_OPERATION')) continue;
        throw new UnsoundScene(`${provider} ${scene.title}: ${String(ending.thrown)}`);
      }
      // What needs no request has no reply to spoil.
      if (exchanges.length === 0) continue;
      takes.push({ name: `${provider} ${scene.title}`, provider, scene, tape: exchanges });
      replies[provider].push(...exchanges.map(({ reply }) => reply));
    }
    replies[provider].push(...(await refusalsOf(stage, provider)));
    if (samplesFolder !== undefined) replies[provider].push(...samplesIn(samplesFolder, provider));
  }
  for (const provider of providerIds)
    replies[provider] = replies[provider].map((reply) => ({
      ...reply,
      body: Buffer.from(withoutGiven(reply.body.toString())),
    }));
  return { stage, takes, replies };
}

async function refusalsOf(stage: Stage, provider: ProviderId): Promise<readonly WireReply[]> {
  const found: WireReply[] = [];
  const keep = async (act: Scene['act'], arrange?: Scene['arrange']): Promise<void> => {
    const scene: Scene = {
      title: 'a refusal',
      operation: 'getDomain',
      kind: 'read',
      act,
      ...(arrange === undefined ? {} : { arrange }),
    };
    const { exchanges } = await playScene(stage, provider, scene);
    found.push(...exchanges.slice(0, 1).map(({ reply }) => reply));
  };
  for (const fault of refusals)
    await keep(
      (registrar) => registrar.getDomain({ domain: ownDomain }),
      ({ world }) => void world.faults.add({ fault, times: 9 }),
    );
  const stranger = { domain: strangerDomain };
  await keep((registrar) => registrar.getDomain(stranger));
  await keep((registrar) => registrar.getLock(stranger));
  await keep((registrar) => registrar.setLock({ ...stranger, locked: true }));
  await keep((registrar) => registrar.getHost({ domain: ownDomain, host: `ns9.${ownDomain}` }));
  return found;
}

function samplesIn(folder: string, provider: ProviderId): readonly WireReply[] {
  const own = path.join(folder, provider);
  if (!(statSync(own, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
  const names = readdirSync(own).filter((name) => /\.(?:xml|json|html)$/.test(name));
  return names.map((name) => ({
    status: 200,
    headers: [['content-type', 'text/plain; charset=utf-8']],
    body: readFileSync(path.join(own, name)),
    framing: { kind: 'length' },
  }));
}
