import {
  ConfigurationError,
  createRegistrar,
  volatileJournal,
  type CallOptions,
  type Registrar,
  type RegistrarEvent,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import {
  configurationFromVariables,
  findConfigurationFile,
  hasConfigurationVariables,
  type FoundConfiguration,
} from '../config/load-configuration.js';
import { overrideConfiguration } from '../config/override-configuration.js';
import { pointsAtThisMachine } from '../config/points-at-this-machine.js';
import type { Printer } from '../output/printer.js';
import { describeEvent } from '../output/progress.js';
import { loadProviders, readProviderId, type ProviderId } from '../providers.js';
import { startEmbeddedSimulator } from '../simulation/embedded-simulator.js';
import { stateDirectory } from '../simulation/state-directory.js';
import { readEnvironment } from '../input/read-environment.js';

/** What a command is about to do: look, change a setting, or spend money. */
export type Purpose = 'read' | 'change' | 'purchase';

/** A result, marked with whether a simulator gave it. */
export type Marked<Result> = Result & { readonly simulated: boolean };

/** One run of a command: finds the configuration, connects, and cleans up. */
export class Session {
  readonly io: CommandIo;
  readonly printer: Printer;
  /** Handed to every call, so that Ctrl-C ends it. */
  readonly callOptions: CallOptions;
  readonly #values: OptionValues;
  readonly #cleanUps: (() => Promise<void>)[] = [];
  #registrar: Registrar | undefined;
  #embedded = false;
  #configurationSource: string | undefined;
  #simulationToldOf = false;
  #hears: (event: RegistrarEvent) => void = () => undefined;

  constructor(io: CommandIo, printer: Printer, values: OptionValues) {
    this.io = io;
    this.printer = printer;
    this.callOptions = { signal: io.signal };
    this.#values = values;
  }

  /** Where the configuration came from; `undefined` before it was looked for, and for the embedded simulator. */
  get configurationSource(): string | undefined {
    return this.#configurationSource;
  }

  /** Whether a simulator answers, as far as that is known by now. */
  get simulated(): boolean {
    return this.#embedded || this.#registrar?.simulated === true;
  }

  /**
   * The registrar to work with: the configured one, or the simulator where the command line asks for it or nothing is
   * configured and the command only reads.
   *
   * @throws ConfigurationError without a configuration for a command that changes something, and for a purchase at a real
   * registrar, which needs a journal that outlives the process.
   */
  async connect(purpose: Purpose): Promise<Registrar> {
    const { config, simulated } = await this.#find();
    if (config !== undefined) return this.#connectToConfigured(config, purpose);
    if (this.#values.simulate !== true && purpose !== 'read') throw configurationMissing();
    return this.#create(await this.#simulate(simulated, purpose), true);
  }

  /**
   * The configuration that {@link Session.connect} would use, as it stands there and unchecked, for a command that examines it:
   * one that works against the embedded simulator where the command line asks for that.
   *
   * @throws ConfigurationError when there is none, or when its file cannot be read.
   */
  async configuration(): Promise<Readonly<Record<string, unknown>>> {
    const { config, simulated } = await this.#find();
    if (config !== undefined) return config;
    if (this.#values.simulate === true) return this.#simulate(simulated, 'read');
    throw nothingToExamine(simulated);
  }

  /** For work that goes on inside the library; events show what it waits for. */
  get runtime(): RegistrarRuntime {
    return {
      onEvent: (event) => {
        const text = describeEvent(event);
        if (text !== undefined) this.printer.progress.waitFor(text);
        else if (event.type === 'request.sent') this.printer.progress.waitFor(undefined);
        this.#hears(event);
      },
    };
  }

  /** Says of a result whether a simulator gave it. */
  mark<Result extends object>(result: Result): Marked<Result> {
    const { simulated } = this;
    if (simulated && !this.#simulationToldOf) {
      this.#tellOfSimulation('the configured address is a simulator');
    }
    return { ...result, simulated };
  }

  /** Lets one listener hear what happens inside calls. */
  onEvent(listener: (event: RegistrarEvent) => void): void {
    this.#hears = listener;
  }

  async close(): Promise<void> {
    this.printer.progress.clear();
    for (const cleanUp of this.#cleanUps.splice(0)) await cleanUp();
  }

  /** What is configured, with what the command line says in its place; else the provider to simulate. */
  async #find(): Promise<
    | { readonly config: FoundConfiguration['config']; readonly simulated?: never }
    | { readonly config?: never; readonly simulated: ProviderId }
  > {
    const { simulate, config: named } = this.#values;
    const provider =
      this.#values.provider === undefined ? undefined : readProviderId(this.#values.provider);
    const environment = readEnvironment(this.#values.environment);
    const file = await findConfigurationFile(named, this.io);
    if (simulate === true) return { simulated: provider ?? this.#configuredProvider(file) };
    const found =
      file ??
      (hasConfigurationVariables(this.io.env)
        ? configurationFromVariables(await loadProviders(), this.io.env, { provider, environment })
        : undefined);
    if (found === undefined) return { simulated: provider ?? 'namecheap' };
    this.#configurationSource = found.source;
    return { config: overrideConfiguration(found.config, { provider, environment }) };
  }

  #configuredProvider(found: FoundConfiguration | undefined): ProviderId {
    const configured = found?.config['provider'] ?? this.io.env['REGISTRAR_PROVIDER'];
    return typeof configured === 'string' && configured.trim() !== ''
      ? readProviderId(configured.trim())
      : 'namecheap';
  }

  /** Starts the embedded simulator and answers a configuration that works against it. */
  async #simulate(
    provider: ProviderId,
    purpose: Purpose,
  ): Promise<Readonly<Record<string, unknown>>> {
    const simulator = await startEmbeddedSimulator({
      provider,
      environment: readEnvironment(this.#values.environment) ?? 'test',
      stateDirectory: stateDirectory(this.io),
      access: purpose === 'read' ? 'read' : 'write',
      signal: this.io.signal,
    });
    this.#cleanUps.push(() => simulator.close());
    this.#embedded = true;
    this.#tellOfSimulation(
      this.#values.simulate === true
        ? `the embedded ${provider} simulator answers`
        : `no configuration was found, so the embedded ${provider} simulator answers`,
    );
    return simulator.config;
  }

  async #connectToConfigured(
    config: Readonly<Record<string, unknown>>,
    purpose: Purpose,
  ): Promise<Registrar> {
    const registrar = await this.#create(config, false);
    if (purpose !== 'purchase') return registrar;
    // A journal in memory is good enough for simulated money only, and only an answer shows that the money is.
    if (!pointsAtThisMachine(config)) throw journalMissing(registrar);
    await registrar.verifyAccess(this.callOptions);
    if (!registrar.simulated) throw journalMissing(registrar);
    return this.#create(config, true);
  }

  async #create(
    config: Readonly<Record<string, unknown>>,
    withJournal: boolean,
  ): Promise<Registrar> {
    this.#registrar = createRegistrar(config, await loadProviders(), {
      ...(withJournal ? { journal: volatileJournal() } : {}),
      ...this.runtime,
    });
    return this.#registrar;
  }

  #tellOfSimulation(why: string): void {
    this.#simulationToldOf = true;
    this.printer.notice(`simulated: ${why}; nothing here is real`);
  }
}

function configurationMissing(): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [
      {
        path: 'configuration',
        problem: 'is missing, and this command changes something at the registrar',
        cure: 'create registrar.config.json, name a file with --config, or set REGISTRAR_PROVIDER and its variables; to practise, add --simulate',
      },
    ],
  });
}

function nothingToExamine(provider: ProviderId): ConfigurationError {
  const own =
    provider === 'domain-name-api'
      ? '"resellerId": "…", "apiKey": "…"'
      : '"apiUser": "…", "apiKey": "…", "clientIp": "…"';
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [
      {
        path: 'configuration',
        problem: 'is missing, so that there is nothing to examine',
        cure: `create registrar.config.json with { "provider": "${provider}", "environment": "test", ${own} }, name a file with --config, or set REGISTRAR_PROVIDER and its variables; to see what a report looks like, add --simulate`,
      },
    ],
  });
}

function journalMissing({ provider, environment }: Registrar): ConfigurationError {
  return new ConfigurationError({
    provider,
    environment,
    operation: 'createRegistrar',
    issues: [
      {
        path: 'journal',
        problem:
          'a durable journal is not available in this version of the command, and without one an order whose answer is lost could be paid twice; nothing was sent',
        cure: 'see the price with --dry-run, practise with --simulate, or buy through the library with a journal of your own',
        cause: 'journal_missing',
      },
    ],
  });
}
