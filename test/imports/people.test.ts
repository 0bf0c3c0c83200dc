import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { csvOf, importCsv, importForGood } from '../fixtures/import-csv.ts';

t.test('the people of an import', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', email: 'admin@new.example' });
  const manager = await host.person({ role: 'manager', email: 'manager@new.example' });
  const ada = await host.person({ email: 'ada+work@new.example' });
  const file = csvOf(
    'start,duration,user_email,user_name',
    '2024-05-06T09:00Z,1:00,ADA+work@new.example,Ada',
    '2024-05-06T09:00Z,1:00,manager@new.example,Max',
    '2024-05-06T09:00Z,1:00,,Nobody Known',
  );
  const resolved = (body: { users: { user_id: number | null }[] }) =>
    body.users.map((user) => user.user_id);

  t.test('are found by email address in any case', async (t) => {
    const { body } = await importCsv(admin, file);
    t.same(resolved(body), [ada.id, manager.id, null]);
    t.match(body.errors, [{ line: 4, value: 'Nobody Known', code: 'person_unknown' }]);
  });

  t.test('are mapped by name where they have no address', async (t) => {
    const { body } = await importCsv(admin, file, {
      map_user: 'nobody known=ada+work@new.example',
    });
    t.same(resolved(body), [ada.id, manager.id, ada.id]);
  });

  t.test('who are unknown go to the default user', async (t) => {
    const { body } = await importCsv(admin, file, { default_user: 'manager@new.example' });
    t.same(resolved(body), [ada.id, manager.id, manager.id]);
    t.equal(body.entries_created, 3);
  });

  t.test('may have a plus in their address that nobody escaped', async (t) => {
    const { body } = await admin.post(
      '/imports?map_user=Nobody%20Known=ada+work@new.example',
      file,
      { 'content-type': 'text/csv' },
    );
    t.same(resolved(body), [ada.id, manager.id, ada.id]);
  });

  t.test('who are mapped but not in the file are warned of', async (t) => {
    const { body } = await importCsv(admin, file, {
      map_user: 'typo@old.example=admin@new.example',
    });
    t.match(body.warnings, [{ line: null, value: 'typo@old.example', code: 'mapping_unused' }]);
  });

  t.test('have no NUL in their address', async (t) => {
    const queries: Record<string, string>[] = [
      { map_user: 'a\0=admin@new.example' },
      { default_user: 'a\0@x.example' },
    ];
    for (const query of queries) {
      t.equal((await importCsv(admin, file, query)).status, 400);
    }
  });

  for (const caller of [ada, manager]) {
    t.test('are the asker alone, unless the asker is an administrator', async (t) => {
      const { body } = await importCsv(caller, file);
      t.same(resolved(body).filter(Boolean), [caller.id], 'nobody learns who else is there');
      t.equal(body.entries_created, 1);
      t.match(body.errors, [{ code: 'person_unknown' }, { code: 'person_unknown' }]);
    });
  }

  t.test('can be mapped to oneself by a member', async (t) => {
    const query = { map_user: 'nobody known=ada+work@new.example' };
    t.equal((await importForGood(ada, file, query)).body.entries_created, 2);
  });

  for (const [query, status, code, pointer] of [
    [
      { map_user: 'a@x.example=manager@new.example' },
      403,
      'STINT_ERR_IMPORT_FOR_OTHERS',
      '/map_user',
    ],
    [
      { map_user: 'a@x.example=nobody@new.example' },
      403,
      'STINT_ERR_IMPORT_FOR_OTHERS',
      '/map_user',
    ],
    [{ default_user: 'manager@new.example' }, 403, 'STINT_ERR_IMPORT_FOR_OTHERS', '/default_user'],
  ] as const) {
    t.test(`cannot be somebody else for a member (${JSON.stringify(query)})`, async (t) => {
      t.match((await importCsv(ada, file, query)).body, { status, code, errors: [{ pointer }] });
    });
  }

  for (const [map_user, code, detail] of [
    ['a@x.example', 'STINT_ERR_IMPORT_MAPPING_INVALID', /form/],
    ['a@x.example=', 'STINT_ERR_IMPORT_MAPPING_INVALID', /form/],
    ['=ada@x.example', 'STINT_ERR_IMPORT_MAPPING_INVALID', /form/],
    ['a@x.example=nobody@new.example', 'STINT_ERR_IMPORT_USER_UNKNOWN', /nobody@new\.example/],
    [
      ['a@x.example=admin@new.example', 'A@x.example=manager@new.example'],
      'STINT_ERR_IMPORT_MAPPING_INVALID',
      /second time/,
    ],
  ] as const) {
    t.test(`are refused in a wrong mapping (${map_user})`, async (t) => {
      const { body } = await importCsv(admin, file, { map_user: map_user as string });
      t.match(body, { status: 422, code, detail, errors: [{ pointer: '/map_user' }] });
    });
  }
});
