/** `/api/v1/time-entries`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { createEntries, deleteEntries, updateEntries } from './bulk.ts';
import { getHistory } from './history.ts';
import { findEntry, listEntries } from './list.ts';
import { duplicateEntry, splitEntry } from './rearrange.ts';
import {
  BulkCreate,
  BulkDelete,
  BulkUpdate,
  DuplicateInput,
  EntryCreate,
  EntryList,
  EntryParams,
  EntryPatch,
  EntryQuery,
  HistoryItem,
  SplitInput,
  TimeEntry,
} from './schema.ts';
import { createEntry, deleteEntry, restoreEntry, updateEntry } from './service.ts';

const read = { access: { scope: 'read:time_entries' } } as const;
const readAny = { access: { ...read.access, instance: true } } as const;
const write = { access: { scope: 'write:time_entries' } } as const;
const tags = ['Time entries'];
const params = EntryParams;
const location = ({ id }: { id: number }) => `/api/v1/time-entries/${id}`;

const entryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/time-entries',
    {
      config: readAny,
      schema: {
        tags,
        operationId: 'listTimeEntries',
        summary: 'List time entries',
        querystring: EntryQuery,
        response: { 200: pageOf(TimeEntry) },
      },
    },
    (request) => listEntries(request.context, request.query),
  );

  app.post(
    '/time-entries',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createTimeEntry',
        summary: 'Record time',
        body: EntryCreate,
        response: { 201: TimeEntry },
      },
    },
    async (request, reply) => {
      const entry = await createEntry(request.context, request.body);
      reply.code(201).header('location', location(entry));
      return withEtag(reply, entry);
    },
  );

  app.get(
    '/time-entries/:id',
    {
      config: readAny,
      schema: {
        tags,
        operationId: 'getTimeEntry',
        summary: 'Read a time entry',
        params,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) => withEtag(reply, await findEntry(request.context, request.params.id)),
  );

  app.patch(
    '/time-entries/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateTimeEntry',
        summary: 'Edit a time entry',
        params,
        body: EntryPatch,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateEntry(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/time-entries/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteTimeEntry',
        summary: 'Delete a time entry; it can be restored for 30 days',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteEntry(request.context, request.params.id, ifMatch(request));
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/time-entries/:id/restore',
    {
      config: write,
      schema: {
        tags,
        operationId: 'restoreTimeEntry',
        summary: 'Bring a deleted time entry back',
        params,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(reply, await restoreEntry(request.context, request.params.id)),
  );

  app.post(
    '/time-entries/:id/split',
    {
      config: write,
      schema: {
        tags,
        operationId: 'splitTimeEntry',
        summary: 'Cut a time entry in two',
        params,
        body: SplitInput,
        response: { 200: EntryList },
      },
    },
    async (request) => ({
      data: await splitEntry(request.context, request.params.id, request.body.at),
    }),
  );

  app.post(
    '/time-entries/:id/duplicate',
    {
      config: write,
      schema: {
        tags,
        operationId: 'duplicateTimeEntry',
        summary: 'Record the same work again',
        params,
        body: DuplicateInput,
        response: { 201: TimeEntry },
      },
    },
    async (request, reply) => {
      const entry = await duplicateEntry(
        request.context,
        request.params.id,
        request.body.start_time,
      );
      reply.code(201).header('location', location(entry));
      return withEtag(reply, entry);
    },
  );

  app.get(
    '/time-entries/:id/history',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getTimeEntryHistory',
        summary: 'Who changed what',
        params,
        response: { 200: Type.Object({ data: Type.Array(HistoryItem) }) },
      },
    },
    async (request) => ({ data: await getHistory(request.context, request.params.id) }),
  );

  app.post(
    '/time-entries/bulk-create',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createTimeEntries',
        summary: 'Record many, all or none',
        body: BulkCreate,
        response: { 201: EntryList },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return { data: await createEntries(request.context, request.body.entries) };
    },
  );

  app.post(
    '/time-entries/bulk-update',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateTimeEntries',
        summary: 'Edit many, all or none',
        body: BulkUpdate,
        response: { 200: EntryList },
      },
    },
    async (request) => ({ data: await updateEntries(request.context, request.body) }),
  );

  app.post(
    '/time-entries/bulk-delete',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteTimeEntries',
        summary: 'Delete many, all or none',
        body: BulkDelete,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteEntries(request.context, request.body.ids);
      reply.code(204);
      return null;
    },
  );
};

export default entryRoutes;
