/**
 * One plugin in this process: its state, and the steps from found to running and back, one at a time.
 * Whatever fails here fails this plugin alone, and is kept for people to see.
 */
import type { GuardPoint, PluginDefinition, SettingsSchemas } from '@stint/plugin';
import { ConfigError, NotReady } from '@stint/plugin';
import { startSurfaces } from './connectors/surfaces.ts';
import { withDeadline } from './deadline.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_CRASH_LOOP, ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import { describeFault, logFault, toFault } from './fault.ts';
import type { HostDeps } from './host-deps.ts';
import { endRun, launchPlugin, type Run } from './launch.ts';
import type { Limits } from './limits.ts';
import { runAs } from './owner.ts';
import { type Decision, decide, noteDiscovered, noteStarted, StateNotes } from './plugin-record.ts';
import type { Processes } from './processes.ts';
import { SecretMemory } from './secret-memory.ts';
import { isOff, isRunning, type PluginState } from './state.ts';
import { replaceSubscriptions } from './subscriptions.ts';

const MAX_CRASHES = 3;
const MAX_RETRY_SECONDS = 3600;

/** What the host tells its plugins. */
export interface PluginSurroundings {
  processes: Processes;
  limits: Limits;
  /** It must not start here, whatever an administrator decided. */
  isHeld: (plugin: Plugin) => boolean;
  /** What it depends on and does not run. */
  missingDependency: (found: Found) => Error | undefined;
  /** Hands out the events that wait, each to those who subscribe to it now. */
  handOutEvents: () => Promise<void>;
}

export class Plugin {
  readonly id: string;
  /** Its secrets, to be taken out of what it says. */
  readonly secrets = new SecretMemory();
  readonly #deps: HostDeps;
  readonly #surroundings: PluginSurroundings;
  readonly #notes: StateNotes;
  #found: Found;
  #state: PluginState = 'discovered';
  #run: Run | undefined;
  // Kept when the set-up fails: what is missing may be a setting, whose form comes from here.
  #definition: PluginDefinition | undefined;
  #generation = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #starting: AbortController | undefined;
  /** Stops that were asked for and are not done: a start before them is not worth while. */
  #stopsAhead = 0;
  #retry: NodeJS.Timeout | undefined;
  #followed = 0;
  #deciding: Promise<unknown> = Promise.resolve();
  #lastFaultAt = 0;
  #faults = 0;
  #isLeaving = false;
  #closedGuards: ReadonlySet<string> = new Set();
  /** What failed beside the set-up, which went well. */
  #earlyFault: { thrown: unknown } | undefined;

  constructor(deps: HostDeps, found: Found, surroundings: PluginSurroundings) {
    this.#deps = deps;
    this.#surroundings = surroundings;
    this.#found = found;
    this.id = found.id;
    this.#notes = new StateNotes(deps.db, this.id, (error) => this.#log('warn', error, 'a state'));
  }

  get state(): PluginState {
    return this.#state;
  }

  /** The version that runs, or would. */
  get found(): Found {
    return this.#found;
  }

  /** What it registered, while it runs. */
  get run(): Run | undefined {
    return isRunning(this.#state) ? this.#run : undefined;
  }

  /** It runs, and nobody asked it to stop. */
  get isStaying(): boolean {
    return this.run !== undefined && this.#stopsAhead === 0;
  }

  get generation(): number {
    return this.#generation;
  }

  /** The number of the last decision that it followed here; waits for one that is being made here. */
  async readFollowed(): Promise<number> {
    await this.#deciding;
    return this.#followed;
  }

  /** How often something of it failed here while it ran. */
  get faults(): number {
    return this.#faults;
  }

  get lastFaultAt(): number {
    return this.#lastFaultAt;
  }

  /** The schema of what people can set in that scope, once it was loaded. */
  settingsSchema(scope: keyof SettingsSchemas): object | undefined {
    return this.#definition?.settings?.[scope];
  }

  /** Without its word nothing happens at that point: an administrator chose so, and did not switch it off. */
  isClosedAt(point: GuardPoint): boolean {
    return this.#closedGuards.has(point) && !isOff(this.#state);
  }

  /** The points at which its word is needed, here and from now on. */
  closeGuards(points: readonly string[]): void {
    this.#closedGuards = new Set(points);
  }

  /** Starts it if it may: wanted, sound, and not the reason why the process keeps ending. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#start());
  }

  /**
   * Puts another version in its place. While that one starts this one goes on, and it stays where that
   * one cannot start; one that only waits for its settings has started.
   * @throws why it could not; never where nothing ran: then the state tells
   */
  swap(found: Found): Promise<void> {
    return this.#inTurn(() => this.#swap(found));
  }

  /** Stops it and frees what it registered; `next` says why. A start that is under way is given up. */
  stop(next: PluginState = 'disabled', error?: Error): Promise<void> {
    this.#stopsAhead += 1;
    this.#starting?.abort(new ERR_PLUGIN_UNAVAILABLE(this.id, 'being stopped'));
    return this.#inTurn(async () => {
      this.#stopsAhead -= 1;
      await this.#stop(next, error);
    });
  }

  /** The process ends: what is shown stays, for others may run it. */
  leave(): Promise<void> {
    this.#isLeaving = true;
    return this.stop('discovered');
  }

  /** What an administrator decided; acts at once. */
  async enable(): Promise<void> {
    if (this.isStaying) return;
    await this.#deps.db('plugin_removals').where({ id: this.id }).delete();
    const columns = { enabled: true, crashes: 0, last_error: null, uninstalled_at: null };
    await this.decide(columns);
    await this.start();
  }

  async disable(): Promise<void> {
    await this.decide({ enabled: false });
    await this.stop('disabled');
    await this.#unsubscribe();
  }

  /** After a change of its settings. */
  async restart(): Promise<void> {
    await this.decide();
    await this.stop('discovered');
    await this.start();
  }

  /** Says good-bye, if it can. */
  async uninstall(dropsData: boolean): Promise<void> {
    const run = this.run;
    if (run && dropsData) {
      await withDeadline(`The farewell of ${this.id}`, this.#surroundings.limits.stopMs, () =>
        runAs(this.id, () => run.definition.onUninstall?.(run.context)),
      ).catch((error) => this.#log('warn', error, 'uninstalling failed'));
    }
    await this.decide({ enabled: false, uninstalled_at: this.#deps.clock.now() });
    await this.stop('disabled');
    await this.#unsubscribe();
    await this.#enter(dropsData ? 'purged' : 'uninstalled');
  }

  /** What was decided in another process was done here. */
  noteFollowed(decision: number): void {
    this.#followed = Math.max(this.#followed, decision);
  }

  /** Writes what an administrator decided, for other processes to follow; this one did it already. */
  async decide(columns: Decision = {}, db = this.#deps.db): Promise<void> {
    const deciding = decide(db, this.id, columns).then((decision) => this.noteFollowed(decision));
    this.#deciding = deciding.catch(() => {});
    await deciding;
  }

  /** Something of it failed while it ran: it goes on, and people see that. */
  degrade(thrown: unknown): void {
    const now = Date.now();
    // A flood of faults is a line a second.
    if (now - this.#lastFaultAt >= 1000) this.#log('warn', thrown, 'a plugin failed');
    this.#lastFaultAt = now;
    this.#faults += 1;
    if (this.run) void this.#enter('degraded', thrown);
    else if (this.#starting) this.#earlyFault = { thrown };
  }

  /** Nothing failed for a while. */
  recover(): void {
    if (this.#state === 'degraded') void this.#enter('active');
  }

  /** Its part of the diagnostics, without secrets. */
  async diagnostics(): Promise<unknown> {
    const run = this.run;
    if (!run?.definition.diagnostics) return null;
    const told = await withDeadline(
      `The diagnostics of ${this.id}`,
      this.#surroundings.limits.answerMs,
      () => runAs(this.id, () => run.definition.diagnostics?.(run.context)),
    );
    return JSON.parse(this.secrets.redact(JSON.stringify(told ?? null)));
  }

  async #start(): Promise<void> {
    if (this.#stopsAhead > 0 || this.#run) return;
    clearTimeout(this.#retry);
    const { db } = this.#deps;
    const { isHeld, missingDependency, processes } = this.#surroundings;
    try {
      const record = await noteDiscovered(db, this.id, this.found.package);
      this.noteFollowed(record.decision);
      this.closeGuards(record.closed_guards);
      if (record.uninstalled_at) return await this.#enter('uninstalled');
      if (this.found.fault) return await this.#fail(this.found.fault);
      if (!record.enabled || isHeld(this)) return await this.#enter('disabled');
      if (record.crashes >= MAX_CRASHES)
        return await this.#fail(new ERR_PLUGIN_CRASH_LOOP(record.crashes));
      const missing = missingDependency(this.found);
      if (missing) return await this.#fail(missing);
      await processes.markStarting(this.id, true);
      const run = await this.#launch(this.found, {
        onStep: (step) => this.#enter(step),
        onDefinition: (definition) => {
          this.#definition = definition;
        },
      });
      await this.#putToWork(run, this.found);
      if (record.crashes > 0) await db('plugins').where({ id: this.id }).update({ crashes: 0 });
    } catch (error) {
      await this.#fail(error);
    } finally {
      await processes.markStarting(this.id, false).catch(() => {});
    }
  }

  async #swap(found: Found): Promise<void> {
    const old = this.#run;
    if (!old) {
      this.#found = found;
      return this.#start();
    }
    const { processes, missingDependency } = this.#surroundings;
    const missing = found.fault ?? missingDependency(found);
    if (missing) throw missing;
    let definition: PluginDefinition | undefined;
    let next: Run | undefined;
    try {
      await processes.markStarting(this.id, true);
      const onDefinition = (loaded: PluginDefinition) => {
        definition = loaded;
      };
      next = await this.#launch(found, { onStep: async () => {}, onDefinition });
    } catch (error) {
      if (!waitsForSettings(error)) throw error;
      await this.#stop('starting');
      this.#found = found;
      this.#definition = definition;
      await noteDiscovered(this.#deps.db, this.id, found.package);
      await this.#fail(error);
      return;
    } finally {
      await processes.markStarting(this.id, false).catch(() => {});
    }
    await this.#putToWork(next, found);
    this.#definition = definition;
    await noteDiscovered(this.#deps.db, this.id, found.package);
    await this.#end(old);
  }

  async #launch(
    found: Found,
    told: Pick<Parameters<typeof launchPlugin>[2], 'onStep' | 'onDefinition'>,
  ): Promise<Run> {
    const abort = new AbortController();
    this.#starting = abort;
    this.#earlyFault = undefined;
    this.#generation += 1;
    try {
      return await launchPlugin(this.#deps, found, {
        ...told,
        limits: this.#surroundings.limits,
        secrets: this.secrets,
        abort,
        generation: this.#generation,
        degrade: (error) => this.degrade(error),
        complain: (fault) => this.#log('warn', fault, 'disposing failed'),
      });
    } finally {
      this.#starting = undefined;
    }
  }

  async #putToWork(run: Run, found: Found): Promise<void> {
    const { db } = this.#deps;
    try {
      await replaceSubscriptions(db, this.id, run.registrations.subscriptions);
      await noteStarted(db, this.id, run.timings);
    } catch (error) {
      await this.#end(run);
      throw error;
    }
    this.#run = run;
    this.#found = found;
    await this.#enter('active', null);
    startSurfaces(run.surfaces);
    const early = this.#earlyFault as { thrown: unknown } | undefined;
    if (early) await this.#enter('degraded', early.thrown);
  }

  /** What happened before is still for it, once it is back; what happens from now on is not. */
  async #unsubscribe(): Promise<void> {
    await this.#surroundings.handOutEvents();
    await replaceSubscriptions(this.#deps.db, this.id, []);
  }

  async #stop(next: PluginState, error?: Error): Promise<void> {
    clearTimeout(this.#retry);
    const run = this.#run;
    this.#run = undefined;
    if (!run) return this.#enter(next, error);
    await this.#enter('stopping');
    await this.#end(run);
    await this.#enter(next, error);
  }

  #end(run: Run): Promise<void> {
    const { stopMs } = this.#surroundings.limits;
    return endRun(this.id, run, stopMs, (fault) => this.#log('warn', fault, 'stopping failed'));
  }

  async #fail(thrown: unknown): Promise<void> {
    const error = toFault(thrown);
    this.#log('error', error, 'a plugin could not start');
    if (error.code === 'STINT_ERR_PLUGIN_INCOMPATIBLE') return this.#enter('incompatible', error);
    const retryAt = error instanceof NotReady ? this.#retryIn(error.retryAfterSeconds) : undefined;
    if (waitsForSettings(error)) return this.#enter('needs_config', error, retryAt);
    await this.#enter('failed', error);
  }

  #retryIn(seconds: number): Date {
    const ms = Math.min(Math.max(Number(seconds) || 1, 1), MAX_RETRY_SECONDS) * 1000;
    this.#retry = setTimeout(() => void this.start(), ms).unref();
    return new Date(Date.now() + ms);
  }

  /** @param thrown null deletes the last error, nothing leaves it */
  #enter(state: PluginState, thrown?: unknown, retryAt?: Date): Promise<void> {
    this.#state = state;
    if (this.#isLeaving) return Promise.resolve();
    const error =
      thrown === undefined || thrown === null ? thrown : describeFault(thrown, this.secrets.redact);
    return this.#notes.write({ state, error, retryAt });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #log(level: 'warn' | 'error', thrown: unknown, what: string): void {
    this.#deps.log[level]({ fault: logFault(thrown, this.secrets.redact), plugin: this.id }, what);
  }
}

function waitsForSettings(thrown: unknown): boolean {
  return thrown instanceof ConfigError || thrown instanceof NotReady;
}
