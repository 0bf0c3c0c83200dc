/** Which repositories somebody has connected, and where the issues of each go. */
import type { Config } from './settings.ts';

export interface Repository {
  owner: string;
  name: string;
  project_id: number;
  /** In lower case; empty for all. */
  labels: string[];
}

/** The one of the form's first fields, and those of its list; the first of two equal ones. */
export function repositoriesOf(config: Config): Repository[] {
  const { repo_owner, repo_name, default_project_id, label_filter, repositories = [] } = config;
  const first = { owner: repo_owner, name: repo_name, default_project_id, label_filter };
  const all = new Map<string, Repository>();
  for (const { owner, name, default_project_id: project_id, label_filter = '' } of [
    first,
    ...repositories,
  ]) {
    const repository = { owner, name, project_id, labels: readLabels(label_filter) };
    const key = keyOf(repository);
    if (!all.has(key)) all.set(key, repository);
  }
  return [...all.values()];
}

export function findRepository(
  config: Config,
  wanted: Pick<Repository, 'owner' | 'name'>,
): Repository | undefined {
  return repositoriesOf(config).find((one) => keyOf(one) === keyOf(wanted));
}

/** GitHub takes letters of either case for the same. */
export function keyOf({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner}/${name}`.toLowerCase();
}

/** `acme/shop`, as a webhook says it. */
export function parseFullName(text: unknown): Pick<Repository, 'owner' | 'name'> | undefined {
  if (typeof text !== 'string') return undefined;
  const [owner, name, ...rest] = text.split('/');
  return owner && name && rest.length === 0 ? { owner, name } : undefined;
}

function readLabels(text: string): string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((label) => label.trim())
    .filter(Boolean);
}
