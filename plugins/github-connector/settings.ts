/** What people set. The host draws the forms from this, checks the values and keeps the secrets apart. */
import type { Connection, PluginContext, SettingsOf } from '@stint/plugin';
import { Type } from 'typebox';

// A part of an address: neither `.` nor `..` is one.
const Owner = Type.String({ pattern: '^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}$', maxLength: 100 });
const name = { title: 'Repository', examples: ['shop'] };
const owner = { title: 'Owner of the repository', examples: ['acme'] };
const ProjectId = Type.Integer({ minimum: 1, 'x-optionsFrom': 'stint.projects' });
const project = { title: 'Project for its issues' };
const LabelFilter = Type.String({
  title: 'Only issues with one of these labels',
  description: 'Separated by commas; all issues when empty.',
  examples: ['bug, enhancement'],
  maxLength: 200,
});

export const settings = {
  /** For administrators: the one host that the manifest allows, as `$api_url`. */
  instance: Type.Object({
    api_url: Type.String({
      title: 'Address of the GitHub API',
      description: 'For GitHub Enterprise Server: https://<your host>/api/v3',
      format: 'uri',
      default: 'https://api.github.com',
    }),
  }),
  /** On the profile: whom GitHub means. */
  user: Type.Object({
    github_username: Type.Optional(
      Type.String({
        title: 'Your name on GitHub',
        pattern: '^([A-Za-z0-9][A-Za-z0-9_-]{0,99})?$',
        examples: ['octocat'],
        maxLength: 100,
      }),
    ),
  }),
  connection: Type.Object(
    {
      github_token: Type.String({
        title: 'Access token',
        description: 'One that may read the issues of the repositories.',
        'x-secret': true,
        minLength: 1,
        maxLength: 500,
      }),
      repo_owner: { ...Owner, ...owner },
      repo_name: { ...Owner, ...name },
      default_project_id: { ...ProjectId, ...project },
      label_filter: Type.Optional(LabelFilter),
      auto_start_timer: Type.Boolean({
        title: 'Start my timer when an issue is assigned to me',
        description: 'Your name on GitHub has to stand in your profile.',
        default: false,
      }),
      repositories: Type.Optional(
        Type.Array(
          Type.Object(
            {
              owner: { ...Owner, ...owner },
              name: { ...Owner, ...name },
              default_project_id: { ...ProjectId, ...project },
              label_filter: Type.Optional(LabelFilter),
            },
            { additionalProperties: false },
          ),
          { title: 'More repositories', maxItems: 20 },
        ),
      ),
      webhook_secret: Type.Optional(
        Type.String({
          title: 'Secret of the webhook',
          'x-secret': true,
          'x-generate': true,
          maxLength: 200,
        }),
      ),
    },
    { additionalProperties: false },
  ),
};

export type Context = PluginContext<typeof settings>;
export type Config = SettingsOf<typeof settings, 'connection'>;
export type GithubConnection = Connection<Config>;
