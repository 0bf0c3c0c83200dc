// The page behind the set-up link: first account, signing in, an API token. Plain, without a build,
// so that it works before anything else does.
const $ = (id) => document.getElementById(id);
const views = ['setup', 'login', 'home'];

function show(view, text = '', isBad = false) {
  for (const id of views) $(id).hidden = id !== view;
  say(text, isBad);
}

function say(text, isBad = false) {
  $('message').textContent = text;
  $('message').classList.toggle('bad', isBad);
}

/** Calls the API; a refusal becomes an Error with its detail. */
async function call(method, path, body) {
  const reply = await fetch(`/api/v1${path}`, {
    method,
    headers: { 'x-stint-csrf': '1', ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const answer = reply.status === 204 ? null : await reply.json();
  if (!reply.ok) throw Object.assign(new Error(answer.detail), { status: reply.status });
  return answer;
}

/** Runs `work` with the form's fields, the button held meanwhile, and says what was refused. */
function onSubmit(form, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await work(Object.fromEntries(new FormData(form)));
    } catch (error) {
      say(error.message, true);
    } finally {
      button.disabled = false;
    }
  });
}

function showHome(user) {
  $('greeting').textContent = `Hello, ${user.name}.`;
  show('home');
}

onSubmit($('setup'), async (fields) => {
  const token = new URLSearchParams(location.search).get('token');
  const { user } = await call('POST', '/setup', { token, ...fields });
  // The secret has done its work: keep it out of the history.
  history.replaceState(null, '', '/');
  showHome(user);
});

onSubmit($('login'), async (fields) => showHome((await call('POST', '/auth/login', fields)).user));

$('logout').addEventListener('click', async () => {
  await call('POST', '/auth/logout');
  $('token').hidden = true;
  show('login');
});

$('make-token').addEventListener('click', async () => {
  const scopes = ['read:time_entries', 'write:time_entries', 'read:projects', 'write:projects'];
  scopes.push('read:clients', 'write:clients', 'read:reports', 'write:imports', 'read:me');
  try {
    const { token } = await call('POST', '/tokens', { name: 'First token', scopes });
    $('command').textContent =
      `curl -X POST -H "Authorization: Bearer ${token}" ${location.origin}/api/v1/timer/start`;
    $('token').hidden = false;
  } catch (error) {
    say(error.message, true);
  }
});

async function start() {
  for (const zone of Intl.supportedValuesOf('timeZone')) $('zones').append(new Option(zone));
  $('setup').elements.time_zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { done } = await call('GET', '/setup');
  const hasLink = new URLSearchParams(location.search).has('token');
  if (!done && hasLink) return show('setup');
  if (!done) return show('', 'Not set up yet: open the link that Stint printed when it started.');
  try {
    showHome(await call('GET', '/me'));
  } catch (error) {
    if (error.status !== 401) throw error;
    show('login');
  }
}

start().catch((error) => show('', `Stint does not answer: ${error.message}`, true));
