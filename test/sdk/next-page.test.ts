import { type HttpAnswer, nextPage } from '@stint/plugin';
import t from 'tap';

const asked = 'https://api.github.example/repos/acme/shop/issues?per_page=50';
const answer = (link?: string): HttpAnswer => ({
  status: 200,
  headers: link === undefined ? {} : { link },
  text: () => '',
  json: () => ({}) as never,
});
const next = (link?: string) => nextPage(answer(link), asked);
const page2 = 'https://api.github.example/repositories/1/issues?page=2';

t.test('the next page is where the Link header says', async (t) => {
  t.equal(next(`<${page2}>; rel="next", <${page2}0>; rel="last"`), page2);
  t.equal(next(`<${page2}0>; rel="prev first",<${page2}>;rel=next`), page2);
  t.equal(next(`<${page2}>; title="a, b; rel=last"; rel="last next"`), page2);
  t.equal(next(`<${page2}0>; title="rel=next"; rel="last"`), undefined);
  t.equal(
    next(`</repositories/1?after=a,b>; rel="next"`),
    'https://api.github.example/repositories/1?after=a,b',
  );
});

t.test('there is none on the last page, or where none is named', async (t) => {
  for (const link of [undefined, '', 'next', `<${page2}>`, `<${page2}>; rel="previous"`])
    t.equal(next(link), undefined, String(link));
});

t.test('one of another origin is not asked: it would get the credentials', async (t) => {
  for (const target of [
    'https://evil.example/',
    'http://api.github.example/',
    'https://api.github.example:8443/',
    '//evil.example/x',
    'https://api.github.example@evil.example/',
    'javascript:alert(1)',
  ])
    t.throws(() => next(`<${target}>; rel="next"`), /The next page is at/, target);
  t.throws(() => next('<https://[>; rel="next"'), /is none/);
});
