/** What the API sends and takes, from the core's own schemas. On the wire an instant is text. */

import type { Static } from 'typebox';
import type * as audit from '../../core/audit/schema.ts';
import type * as auth from '../../core/auth/schema.ts';
import type * as clients from '../../core/clients/schema.ts';
import type * as dashboards from '../../core/dashboards/schema.ts';
import type * as entries from '../../core/entries/schema.ts';
import type * as health from '../../core/health/schema.ts';
import type * as imports from '../../core/imports/schema.ts';
import type * as locks from '../../core/locks/schema.ts';
import type * as notifications from '../../core/notifications/schema.ts';
import type * as connectors from '../../core/plugin-host/connectors/schema.ts';
import type * as failures from '../../core/plugin-host/failure-schema.ts';
import type * as inbound from '../../core/plugin-host/inbound/schema.ts';
import type * as install from '../../core/plugin-host/install/schema.ts';
import type { PluginInfo, UiPlugin } from '../../core/plugin-host/schema.ts';
import type { ProjectMember } from '../../core/projects/members/schema.ts';
import type * as projects from '../../core/projects/schema.ts';
import type * as reports from '../../core/reports/schema.ts';
import type * as settings from '../../core/settings/schema.ts';
import type * as tags from '../../core/tags/schema.ts';
import type * as tasks from '../../core/tasks/schema.ts';
import type * as timer from '../../core/timer/schema.ts';
import type * as tokens from '../../core/tokens/schema.ts';
import type * as twoFactor from '../../core/two-factor/schema.ts';
import type * as users from '../../core/users/schema.ts';

/** A type of the core as it is after `JSON.parse`. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Name in keyof T]: Wire<T[Name]> }
      : T;

export type AuditEntry = Wire<audit.AuditEntry>;
export type Challenged = Wire<Static<typeof auth.Challenged>>;
export type Client = Wire<clients.Client>;
export type ClientPatch = Wire<clients.ClientPatch>;
export type Connector = Wire<connectors.ConnectorInfo>;
export type ConnectorForm = Wire<Static<typeof connectors.ConnectorForm>>;
export type ConnectorStatus = Wire<Static<typeof connectors.ConnectorStatus>>;
export type Dashboard = Wire<dashboards.Dashboard>;
export type Delivery = Wire<inbound.DeliveryInfo>;
export type DeliveryDetail = Wire<inbound.DeliveryDetail>;
export type DisconnectAnswer = Wire<connectors.DisconnectAnswer>;
export type EntryCreate = Wire<entries.EntryCreate>;
export type EntryPatch = Wire<entries.EntryPatch>;
export type HealthProblem = Wire<health.HealthProblem>;
export type ImportReport = Wire<imports.ImportReport>;
export type InstallReport = Wire<install.InstallReport>;
export type InstalledPlugin = Wire<PluginInfo>;
export type JobFailure = Wire<Static<typeof failures.Failure>>;
export type Lock = Wire<locks.PeriodLock>;
export type LockCreate = Wire<locks.PeriodLockCreate>;
export type MePatch = Wire<users.MePatch>;
export type Member = Wire<ProjectMember>;
export type Notification = Wire<notifications.Notification>;
export type PeriodLock = Wire<locks.PeriodLock>;
export type Person = Wire<users.VisibleUser>;
export type PlacedCard = Wire<dashboards.PlacedCard>;
export type Plugin = Wire<UiPlugin>;
export type PluginVersion = Wire<install.PluginVersion>;
export type Project = Wire<projects.Project>;
export type ProjectPatch = Wire<projects.ProjectPatch>;
export type ReportEntry = Wire<reports.ReportEntry>;
export type Session = Wire<auth.Session>;
export type Settings = Wire<settings.SettingsRow>;
export type Summary = Wire<reports.Summary>;
export type SyncAnswer = Wire<connectors.SyncAnswer>;
export type SystemHealth = Wire<health.SystemHealth>;
export type Tag = Wire<tags.Tag>;
export type Task = Wire<tasks.Task>;
export type TaskPatch = Wire<tasks.TaskPatch>;
export type TestAnswer = Wire<connectors.TestAnswer>;
export type TimeEntry = Wire<entries.TimeEntry>;
export type TimerState = Wire<Static<typeof timer.TimerState>>;
export type Token = Wire<tokens.Token>;
export type TokenWithSecret = Wire<Static<typeof tokens.TokenWithSecret>>;
export type TwoFactor = Wire<twoFactor.TwoFactor>;
export type User = Wire<users.User>;
export type UserCreated = Wire<Static<typeof users.UserCreated>>;
export type UserPatch = Wire<users.UserPatch>;
