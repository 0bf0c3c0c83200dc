/**
 * The choices of a field with `x-optionsFrom`, while its form is filled in: what was typed so far goes along,
 * with the stored secrets, because a list of the other side mostly needs a token that is not saved yet.
 */
import type { Static } from 'typebox';
import type { Context } from '../../infra/context.ts';
import { listProjects } from '../../projects/list.ts';
import { checkData } from '../context/schema-check.ts';
import { mergeValues } from '../settings/values.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow } from './rows.ts';
import { Choices, NOT_CONFIGURED, type OptionsAnswer, type OptionsInput } from './schema.ts';
import { troubleOf } from './trouble.ts';

/** Choices that the host knows: nobody has to write them, nor to ask for the permission. */
const PROJECTS = 'stint.projects';
const OPTIONS_MS = 10_000;
const MAX_OPTIONS = 500;

export async function findOptions(
  context: Context,
  plugin: ActivePlugin,
  { name, values }: Static<typeof OptionsInput>,
): Promise<OptionsAnswer> {
  const user_id = context.actor.user_id as number;
  const { deps, schema, provideOptions, id } = plugin;
  const row = await findRow(deps.db, id, user_id);
  // An empty form is one that somebody has just opened.
  if (!row?.is_active && values === undefined) return NOT_CONFIGURED;
  if (name === PROJECTS) return { ok: true, options: await listProjectChoices(context) };
  // There is no connection 0: nothing is stored for somebody who has none.
  const owner = ownerOfConnection(id, row?.id ?? 0);
  const before = row?.config ?? {};
  const change = { owner, schema, before, input: values ?? before };
  const config = await mergeValues(deps.db, deps.keys, change);
  try {
    const found = await callPlugin(plugin, `The choices of ${name}`, OPTIONS_MS, async () =>
      provideOptions?.({ user_id, query: { name, config } }),
    );
    const options = JSON.parse(JSON.stringify((found ?? []).slice(0, MAX_OPTIONS)));
    checkData(`the choices of ${name}`, Choices, options);
    return { ok: true, options };
  } catch (error) {
    return { ok: false, error: troubleOf(error, plugin, config).message };
  }
}

/** Those that take time, as the person may see them. */
async function listProjectChoices(context: Context): Promise<Static<typeof Choices>> {
  const choices: Static<typeof Choices> = [];
  let cursor: string | undefined;
  do {
    const query = {
      archived: false,
      sort: 'name',
      limit: 200,
      include_total: false,
      ...(cursor && { cursor }),
    } as const;
    const page = await listProjects(context, query);
    choices.push(...page.data.map(({ id, name }) => ({ value: id, label: name })));
    cursor = page.next_cursor ?? undefined;
  } while (cursor && choices.length < MAX_OPTIONS);
  return choices.slice(0, MAX_OPTIONS);
}
