/**
 * What the host says of its plugins in the metrics of its process when somebody asks: their states, how
 * often they failed, and what the database knows of their connections and failed jobs.
 */
import type { Knex } from 'knex';
import { Counter, Gauge } from 'prom-client';
import type { PluginHost } from './host.ts';

export function measurePlugins(host: PluginHost, db: Knex): void {
  const registers = [host.metrics.registry];
  new Gauge({
    name: 'stint_plugin_state',
    help: '1 for the state in which a plugin is in this process.',
    labelNames: ['plugin', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { id, state } of host.list()) this.set({ plugin: id, state }, 1);
    },
  });
  new Counter({
    name: 'stint_plugin_faults_total',
    help: 'What failed of a plugin in this process while it ran.',
    labelNames: ['plugin'],
    registers,
    collect() {
      this.reset();
      for (const { id, faults } of host.list()) this.inc({ plugin: id }, faults);
    },
  });
  new Gauge({
    name: 'stint_plugin_connections',
    help: 'Connections of people by plugin and health.',
    labelNames: ['plugin', 'health'],
    registers,
    async collect() {
      this.reset();
      const rows = await db('integrations')
        .where({ is_active: true })
        .groupBy('provider', 'health')
        .select('provider', 'health', db.raw('count(*)::int AS connections'));
      for (const { provider, health, connections } of rows)
        this.set({ plugin: provider, health }, connections);
    },
  });
  new Gauge({
    name: 'stint_plugin_failed_jobs',
    help: 'Jobs of a plugin that failed for good, and that nobody retried or discarded.',
    labelNames: ['plugin'],
    registers,
    async collect() {
      this.reset();
      const rows = await db('job_failures')
        .groupBy('plugin_id')
        .select('plugin_id', db.raw('count(*)::int AS jobs'));
      for (const { plugin_id, jobs } of rows) this.set({ plugin: plugin_id }, jobs);
    },
  });
}
