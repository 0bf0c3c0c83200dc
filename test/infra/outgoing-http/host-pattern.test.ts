import t from 'tap';
import { readHostPattern } from '../../../core/infra/outgoing-http/host-pattern.ts';

const matches = (pattern: string, url: string) => readHostPattern(pattern)(new URL(url));

t.test('a host stands for itself, on any port', async (t) => {
  t.ok(matches('api.github.com', 'https://api.github.com/repos'));
  t.ok(matches('API.GitHub.com', 'https://api.github.com:8443'));
  t.ok(matches('bücher.example', 'https://xn--bcher-kva.example'));
  t.ok(matches('127.0.0.1', 'http://2130706433'));
  t.notOk(matches('github.com', 'https://api.github.com'));
  t.notOk(matches('api.github.com', 'https://api.github.com.evil.example'));
  t.notOk(matches('api.github.com', 'https://apiXgithub.com'));
});

t.test('a star stands for every host below a name, not for the name', async (t) => {
  t.ok(matches('*.example.com', 'https://a.example.com'));
  t.ok(matches('*.example.com', 'https://a.b.example.com'));
  t.notOk(matches('*.example.com', 'https://example.com'));
  t.notOk(matches('*.example.com', 'https://badexample.com'));
  t.notOk(matches('*.0.0.1', 'http://127.0.0.1'), 'an address is below nothing');
  t.ok(matches('*', 'http://anything.example'));
});

t.test('an address stands for its origin alone', async (t) => {
  t.ok(matches('http://127.0.0.1:4000', 'http://127.0.0.1:4000/x'));
  t.ok(matches('https://ghe.example.com/api/v3', 'https://ghe.example.com/login'));
  t.notOk(matches('http://127.0.0.1:4000', 'http://127.0.0.1:4001'));
  t.notOk(matches('http://127.0.0.1:4000', 'https://127.0.0.1:4000'));
});

t.test('what is no pattern matches nothing', async (t) => {
  for (const pattern of ['', '*.', 'a b', 'x/y', 'user@host', '*.*', 'host:80', 'http://']) {
    t.notOk(matches(pattern, 'http://host:80/y'), pattern);
  }
});
