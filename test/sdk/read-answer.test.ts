import {
  AuthFailed,
  ConfigError,
  type HttpAnswer,
  RateLimited,
  readJson,
  requireOk,
} from '@stint/plugin';
import t from 'tap';
import { Type } from 'typebox';

const answer = (status: number, headers: Record<string, string> = {}, body = '{}'): HttpAnswer => ({
  status,
  headers,
  text: () => body,
  json: () => JSON.parse(body),
});

t.test('an answer that is one is handed on', async (t) => {
  for (const status of [200, 201, 204, 304]) {
    t.equal(requireOk(answer(status), 'Trackboard').status, status);
  }
});

t.test('any other is thrown as what it means to the host', async (t) => {
  const thrown = (status: number, headers?: Record<string, string>) => {
    try {
      requireOk(answer(status, headers), 'Trackboard');
    } catch (error) {
      return error as Error & { retryAfterSeconds?: number };
    }
    throw new Error('nothing is thrown');
  };
  t.ok(thrown(401) instanceof AuthFailed);
  t.ok(thrown(403) instanceof ConfigError);
  t.match(thrown(500), { message: 'Trackboard answered 500.', retryAfterSeconds: undefined });
  t.match(thrown(302), { message: 'Trackboard answered 302.' });
  for (const [status, headers, seconds] of [
    [429, {}, 60],
    [429, { 'retry-after': '7' }, 7],
    [403, { 'retry-after': '7' }, 7],
    [429, { 'retry-after': '0' }, 1],
    [429, { 'retry-after': 'soon' }, 60],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '30' }, 30],
    [403, { 'x-ratelimit-remaining': '0' }, 60],
  ] as [number, Record<string, string>, number][]) {
    const error = thrown(status, headers);
    t.ok(error instanceof RateLimited, `${status} ${JSON.stringify(headers)}`);
    t.equal(error.retryAfterSeconds, seconds);
  }
  const reset = String(Math.floor(Date.now() / 1000) + 90);
  const { retryAfterSeconds = 0 } = thrown(403, {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': reset,
  });
  t.ok(retryAfterSeconds > 60 && retryAfterSeconds <= 90);
});

t.test(
  'a body of another shape is a fault that names the place, and never the value',
  async (t) => {
    const Me = Type.Object({ login: Type.String() });
    t.same(readJson(answer(200, {}, '{"login": "ada", "more": 1}'), Me, 'Trackboard'), {
      login: 'ada',
      more: 1,
    });
    t.throws(() => readJson(answer(200, {}, '{"login": 77123}'), Me, 'Trackboard'), {
      message: 'Trackboard answered something else: /login must be string.',
    });
    t.throws(() => readJson(answer(401), Me, 'Trackboard'), AuthFailed);
  },
);
