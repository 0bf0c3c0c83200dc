import t from 'tap';
import { CsvFile, type CsvRecord } from '../../core/imports/csv-file.ts';

async function read(file: string | Buffer): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of new CsvFile(Buffer.from(file as string)).read()) records.push(...some);
  return records;
}
const linesOf = (records: CsvRecord[]) => records.map(({ line }) => line);
const cellsOf = (records: CsvRecord[]) => records.map(({ cells }) => cells);

for (const [name, end] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const) {
  t.test(`a file with ${name} line ends keeps the line numbers of an editor`, async (t) => {
    const file = ['a,b', '1,2', '', `"x${end}y${end}${end}z",3`, ',', '4,"5"', '6,7'].join(end);
    const records = await read(file);
    t.same(linesOf(records), [1, 2, 4, 9, 10]);
    t.same(cellsOf(records)[2], [`x${end}y${end}${end}z`, '3']);
    t.same(await read(file + end + end), records, 'blank lines at the end are nothing');
  });
}

t.test('line ends may change within a file', async (t) => {
  t.same(await read('a,b\r\n1,2\n3,4\r5,6'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
    { line: 3, cells: ['3', '4'] },
    { line: 4, cells: ['5', '6'] },
  ]);
});

for (const [name, delimiter] of [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
] as const) {
  t.test(`a ${name} is found to be the delimiter`, async (t) => {
    const header = ['a', '"b,;\t"', 'c'].join(delimiter);
    t.same(cellsOf(await read(`${header}\n${['1', '"2,;\t"', '3'].join(delimiter)}`)), [
      ['a', 'b,;\t', 'c'],
      ['1', '2,;\t', '3'],
    ]);
  });
}

t.test('byte order marks and UTF-16 are read, also past one slice', async (t) => {
  const text = `a,b\n${'é😀,"x"\n'.repeat(20_000)}`;
  const expected = await read(text);
  t.equal(expected.length, 20_001);
  t.same(expected.at(-1), { line: 20_001, cells: ['é😀', 'x'] });
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const file of [Buffer.from(`\ufeff${text}`), little, big]) {
    const records = await read(file);
    t.equal(records.length, 20_001);
    t.same([records[0], records[1], records.at(-1)], [expected[0], expected[1], expected.at(-1)]);
  }
});

t.test('broken UTF-16 is an error with a code', async (t) => {
  const broken = Buffer.concat([
    Buffer.from('\ufeffa,b\n1', 'utf16le'),
    Buffer.from([0x00, 0xd8, 0x41, 0x00]),
  ]);
  await t.rejects(read(broken), { code: 'STINT_ERR_IMPORT_ENCODING' });
});

t.test('quotes inside a text are a part of it', async (t) => {
  t.same(cellsOf(await read('a,b\n5" pipe,"say ""hi"""\n')), [
    ['a', 'b'],
    ['5" pipe', 'say "hi"'],
  ]);
});

t.test('a quote that is never closed costs the rest of the file, and says where', async (t) => {
  const records = await read('a,b\n1,2\n"x\ny",3\n4,"5\n6,7\n8,9\n');
  t.same(linesOf(records), [1, 2, 3, 5]);
  t.same(records.at(-1), { line: 5, cells: [], isCut: true });
});
