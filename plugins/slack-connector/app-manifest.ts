/** The manifest of a Slack app for this instance, to be pasted as it stands: https://api.slack.com/apps?new_app=1 */

interface SlashCommand {
  command: string;
  description: string;
  usage_hint?: string;
}

const timer: SlashCommand[] = [
  {
    command: '/tt',
    description: 'Your timer in Stint',
    usage_hint: 'start [project] | stop | status | today | help',
  },
];
const attendance: SlashCommand[] = [
  { command: '/in', description: 'Say that you are in', usage_hint: '[note]' },
  { command: '/brb', description: 'Say that you are away for a moment', usage_hint: '[note]' },
  { command: '/back', description: 'Say that you are back', usage_hint: '[note]' },
  { command: '/out', description: 'Say that you are out', usage_hint: '[note]' },
];

/** @param url where Slack sends commands */
export function writeAppManifest(url: string, hasAttendance: boolean): string {
  const commands = hasAttendance ? [...timer, ...attendance] : timer;
  return `display_information:
  name: Stint
  description: Time tracking
features:
  app_home:
    home_tab_enabled: false
    messages_tab_enabled: true
    messages_tab_read_only_enabled: true
  bot_user:
    display_name: Stint
    always_online: false
  slash_commands:
${commands.map((command) => writeCommand(command, url)).join('\n')}
oauth_config:
  scopes:
    bot:
      - commands
      - chat:write
      - chat:write.public
settings:
  org_deploy_enabled: false
  socket_mode_enabled: false
  token_rotation_enabled: false
`;
}

function writeCommand({ command, description, usage_hint }: SlashCommand, url: string): string {
  // Text in JSON's quotes is text in YAML's.
  const fields = {
    command,
    url,
    description,
    ...(usage_hint !== undefined && { usage_hint }),
    should_escape: false,
  };
  return Object.entries(fields)
    .map(([name, value], i) => `${i === 0 ? '    - ' : '      '}${name}: ${JSON.stringify(value)}`)
    .join('\n');
}
