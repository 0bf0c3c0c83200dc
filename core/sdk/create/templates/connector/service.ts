/** The other side: its addresses, its shapes, and what its answers mean. Nothing of Stint's. */
import { type PluginContext, readJson, type SettingsOf } from '@stint/plugin';
import { type Static, Type } from 'typebox';

export const settings = {
  instance: Type.Object({
    base_url: Type.String({
      title: 'Address',
      format: 'uri',
      default: 'https://my-plugin.example',
    }),
  }),
  connection: Type.Object(
    {
      token: Type.String({ title: 'API token', 'x-secret': true, minLength: 1 }),
      default_project_id: Type.Integer({
        title: 'Project for its items',
        'x-optionsFrom': 'stint.projects',
        minimum: 1,
      }),
      webhook_secret: Type.Optional(Type.String({ 'x-secret': true, 'x-generate': true })),
    },
    { additionalProperties: false },
  ),
};

export type Context = PluginContext<typeof settings>;
export type Config = SettingsOf<typeof settings, 'connection'>;

export const Item = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  title: Type.String(),
  is_done: Type.Boolean(),
  /** Sorts as time does. */
  updated_at: Type.String(),
});
export type Item = Static<typeof Item>;

const Page = Type.Object({
  items: Type.Array(Item),
  /** Where the next page begins; the same place again at the end. */
  after: Type.String(),
});

export async function readItems(
  ctx: Context,
  { token }: Pick<Config, 'token'>,
  after: string,
  signal?: AbortSignal,
): Promise<Static<typeof Page>> {
  const { base_url } = await ctx.settings.instance();
  const url = new URL(`/items?after=${encodeURIComponent(after)}`, base_url).href;
  const headers = { authorization: `Bearer ${token}` };
  return readJson(await ctx.http.fetch(url, { headers, signal }), Page, 'My plugin');
}
