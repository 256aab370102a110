import {
  ConfigurationError,
  createRegistrar,
  createRegistrars,
  isRegistrarError,
  journalScopeOf,
  type CallOptions,
  type Environment,
  type OperationJournal,
  type Registrar,
  type RegistrarEvent,
  type RegistrarRuntime,
  type Registrars,
  type RouteSubject,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import type { CommandIo } from '../command-io.js';
import { chooseAccount, holdsAccounts } from '../config/choose-account.js';
import {
  configurationFromVariables,
  findConfigurationFile,
  hasConfigurationVariables,
  type FoundConfiguration,
} from '../config/load-configuration.js';
import { overrideConfiguration, overrideEnvironment } from '../config/override-configuration.js';
import { OrderBook } from '../journal/order-book.js';
import { openOrderJournal, type OrderKind } from '../journal/order-journal.js';
import { underOneScope } from '../journal/under-one-scope.js';
import type { Printer } from '../output/printer.js';
import { describeEvent } from '../output/progress.js';
import { loadProviders, readProviderId, type ProviderId } from '../providers.js';
import { startEmbeddedSimulator } from '../simulation/embedded-simulator.js';
import { stateDirectory } from '../simulation/state-directory.js';
import { readEnvironment } from '../input/read-environment.js';
import { UsageError } from '../usage-error.js';
import { commandFor } from './command-for.js';
import { realSurroundings, type Surroundings } from './surroundings.js';

/**
 * What a command is about to do: look, change a setting, change a zone (for which other commands on this machine wait), spend
 * money, or look after orders that were placed.
 */
export type Purpose = 'read' | 'change' | 'zone' | 'purchase' | 'orders';

/** A result, marked with whether a simulator gave it. */
export type Marked<Result> = Result & { readonly simulated: boolean };

/** One run of a command: finds the configuration, connects, and cleans up. */
export class Session {
  readonly io: CommandIo;
  readonly printer: Printer;
  /** Handed to every call, so that Ctrl-C ends it. */
  readonly callOptions: CallOptions;
  readonly #values: OptionValues;
  readonly #surroundings: Surroundings;
  readonly #cleanUps: (() => Promise<void>)[] = [];
  #registrar: Registrar | undefined;
  /** The account out of several that the routes chose. */
  #account: string | undefined;
  #orders: OrderBook | undefined;
  #ordersAreKept = false;
  #embedded = false;
  /** Found by asking, also where the command itself then asks nothing more. */
  #foundSimulator = false;
  #configurationSource: string | undefined;
  #simulationToldOf = false;
  #hears: (event: RegistrarEvent) => void = () => undefined;

  constructor(
    io: CommandIo,
    printer: Printer,
    values: OptionValues,
    surroundings: Surroundings = realSurroundings,
  ) {
    this.io = io;
    this.printer = printer;
    this.callOptions = { signal: io.signal };
    this.#values = values;
    this.#surroundings = surroundings;
  }

  /** Where the configuration came from; `undefined` before it was looked for, and for the embedded simulator. */
  get configurationSource(): string | undefined {
    return this.#configurationSource;
  }

  /** Whether a simulator answers, as far as that is known by now. */
  get simulated(): boolean {
    return this.#embedded || this.#foundSimulator || this.#registrar?.simulated === true;
  }

  /**
   * The registrar to work with: the configured one, or the simulator where the command line asks for it or nothing is
   * configured and the command only reads.
   *
   * @param about - chooses the account where several are configured and the command line names none
   * @throws ConfigurationError without a configuration for a command that does more than read, and for a purchase at a real
   * registrar where its journal cannot be opened; UsageError where nothing chooses one of several accounts.
   */
  async connect(purpose: Purpose, about?: RouteSubject): Promise<Registrar> {
    const { config, simulated } = await this.#find(about);
    if (config !== undefined) return this.#connectToConfigured(config, purpose);
    if (this.#values.simulate !== true && purpose !== 'read') throw configurationMissing(purpose);
    return this.#connectToEmbedded(simulated, purpose);
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

  /**
   * All accounts, for a command that can ask several at once; `undefined` where one is configured, named or simulated, which
   * {@link Session.connect} answers.
   */
  async connectToAll(): Promise<Registrars | undefined> {
    const { registrar, simulate } = this.#values;
    if (registrar !== undefined || simulate === true) return undefined;
    const found = await findConfigurationFile(this.#values.config, this.io);
    if (found === undefined || !holdsAccounts(found.config)) return undefined;
    this.#configurationSource = found.source;
    this.#refuseProvider();
    const config = overrideEnvironment(found.config, readEnvironment(this.#values.environment));
    return createRegistrars(config, await loadProviders(), this.runtime);
  }

  /** Says of a result whether a simulator gave it, where several accounts were asked. */
  markFrom<Result extends object>(
    result: Result,
    registrar: Registrar | undefined,
  ): Marked<Result> {
    this.#foundSimulator = registrar?.simulated === true;
    return this.mark(result);
  }

  /** The orders of the account, for a command that connected to spend money or to look after them; else `undefined`. */
  get orders(): OrderBook | undefined {
    return this.#orders;
  }

  /** Whether a later command finds what this one orders. */
  get ordersAreKept(): boolean {
    return this.#ordersAreKept;
  }

  /** One text for an account, the same in each run: the embedded simulator has another port every time. */
  accountOf({ scope, provider, environment }: Registrar): string {
    return this.#embedded
      ? embeddedAccount(provider, environment)
      : `${journalScopeOf(scope)} ${environment}`;
  }

  /** What to type to do something else with the same account. */
  commandFor(words: readonly string[]): string {
    const values =
      this.#account === undefined ? this.#values : { ...this.#values, registrar: this.#account };
    return commandFor(words, this.#embedded ? { ...values, simulate: true } : values);
  }

  /** What to type to look at an order, to wait for it, or to settle it. */
  operationsCommand(
    action: 'show' | 'wait' | 'reconcile' | 'discard' | 'confirm',
    operationId: string,
  ): string {
    return this.commandFor(['operations', action, operationId]);
  }

  /** What to type after an order whose answer was lost; `undefined` for other failures and where it would find nothing. */
  commandAfter(error: unknown): string | undefined {
    return this.#ordersAreKept && isRegistrarError(error, 'OUTCOME_UNKNOWN')
      ? this.operationsCommand('reconcile', error.handle.id)
      : undefined;
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
  async #find(
    about?: RouteSubject,
  ): Promise<
    | { readonly config: FoundConfiguration['config']; readonly simulated?: never }
    | { readonly config?: never; readonly simulated: ProviderId }
  > {
    const { simulate, config: named, registrar } = this.#values;
    if (simulate === true && registrar !== undefined)
      throw new UsageError('--registrar and --simulate exclude each other', 'give one of the two');
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
    if (registrar === undefined && !holdsAccounts(found.config))
      return { config: overrideConfiguration(found.config, { provider, environment }) };
    this.#refuseProvider();
    const config = holdsAccounts(found.config)
      ? overrideEnvironment(found.config, environment)
      : overrideConfiguration(found.config, { environment });
    const account = chooseAccount(config, await loadProviders(), { named: registrar, about });
    this.#account = account.name;
    if (account.rule !== undefined)
      this.printer.notice(`registrar: ${account.name}, by ${account.rule} of ${found.source}`);
    return { config: account.config };
  }

  #refuseProvider(): void {
    if (this.#values.provider !== undefined)
      throw new UsageError('--provider chooses none of several accounts', 'use --registrar <name>');
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
      access: purpose === 'read' || purpose === 'orders' ? 'read' : 'write',
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

  async #connectToEmbedded(provider: ProviderId, purpose: Purpose): Promise<Registrar> {
    const config = await this.#simulate(provider, purpose);
    // Whoever changes the embedded world has its file locked, so that zones need no more.
    if (purpose !== 'purchase' && purpose !== 'orders') return this.#create(config);
    const { environment } = await this.#create(config);
    const journal = await this.#openOrders('simulated', purpose);
    return this.#create(config, underOneScope(journal, embeddedAccount(provider, environment)));
  }

  async #connectToConfigured(
    config: Readonly<Record<string, unknown>>,
    purpose: Purpose,
  ): Promise<Registrar> {
    const registrar = await this.#create(config);
    if (purpose === 'read' || purpose === 'change') return registrar;
    const simulated = await this.#surroundings.isSimulator(config, registrar, this.callOptions);
    this.#foundSimulator = simulated;
    const kind = simulated ? 'simulated' : 'real';
    return purpose === 'zone'
      ? this.#create(config, await this.#openLeases(kind))
      : this.#create(config, await this.#openOrders(kind, purpose));
  }

  async #openOrders(kind: OrderKind, purpose: Purpose): Promise<OperationJournal> {
    const opened = await openOrderJournal({
      kind,
      stateDirectory: stateDirectory(this.io),
      loadEngine: this.#surroundings.loadJournalEngine,
      mayForget: purpose === 'purchase',
    });
    this.#cleanUps.push(() => opened.close());
    this.#ordersAreKept = opened.kept;
    return opened.journal;
  }

  /** The journal holds the leases too. A zone can do without: that it changed meanwhile is seen before it is written. */
  async #openLeases(kind: OrderKind): Promise<OperationJournal | undefined> {
    try {
      return await this.#openOrders(kind, 'zone');
    } catch (error) {
      if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
      this.printer.notice(
        'note: the journal cannot be used, so that another command on this machine which changes the same zone now is only found out, and does not wait',
      );
      return undefined;
    }
  }

  async #create(
    config: Readonly<Record<string, unknown>>,
    journal?: OperationJournal,
  ): Promise<Registrar> {
    this.#registrar = createRegistrar(config, await loadProviders(), {
      ...(journal === undefined ? {} : { journal }),
      ...this.runtime,
    });
    if (journal !== undefined) this.#orders = new OrderBook(journal, this.#registrar.scope);
    return this.#registrar;
  }

  #tellOfSimulation(why: string): void {
    this.#simulationToldOf = true;
    this.printer.notice(`simulated: ${why}; nothing here is real`);
  }
}

function embeddedAccount(provider: string, environment: Environment): string {
  return `embedded simulator ${provider} ${environment}`;
}

function configurationMissing(purpose: Purpose): ConfigurationError {
  const problem =
    purpose === 'orders'
      ? 'is missing, and orders are kept for each account'
      : 'is missing, and this command changes something at the registrar';
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [
      {
        path: 'configuration',
        problem,
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
