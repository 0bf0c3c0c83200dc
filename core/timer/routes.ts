/** `/api/v1/timer`: the caller's own clock; and what can be done to anybody's that runs. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EntryParams, TimeEntry } from '../entries/schema.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import {
  EntryAsk,
  EntryStop,
  TimerChoice,
  TimerContinue,
  TimerPatch,
  TimerStart,
  TimerState,
  TimerStop,
  TimerSwitch,
} from './schema.ts';
import {
  adjustTimer,
  askTimer,
  continueTimer,
  discardTimer,
  getTimer,
  keepTimer,
  noteActivity,
  pauseTimer,
  resumeTimer,
  startTimer,
  stopEntry,
  stopTimer,
} from './service.ts';

const read = { access: { scope: 'read:time_entries' } } as const;
const write = { access: { scope: 'write:time_entries' } } as const;
const writeAny = { access: { ...write.access, instance: true } } as const;
const tags = ['Timer'];

const timerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/timer',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getTimer',
        summary: 'What is running',
        response: { 200: TimerState },
      },
    },
    (request) => getTimer(request.context),
  );

  app.post(
    '/timer/start',
    {
      config: write,
      schema: {
        tags,
        operationId: 'startTimer',
        summary: 'Start the clock',
        body: TimerStart,
        response: { 201: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(reply.code(201), await startTimer(request.context, request.body)),
  );

  app.post(
    '/timer/switch',
    {
      config: write,
      schema: {
        tags,
        operationId: 'switchTimer',
        summary: 'Stop what runs and start this',
        body: TimerSwitch,
        response: { 201: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(
        reply.code(201),
        await startTimer(request.context, { ...request.body, on_running: 'switch' }),
      ),
  );

  app.post(
    '/timer/continue',
    {
      config: write,
      schema: {
        tags,
        operationId: 'continueTimer',
        summary: 'Start again what was done before',
        body: TimerContinue,
        response: { 201: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(reply.code(201), await continueTimer(request.context, request.body)),
  );

  app.post(
    '/timer/stop',
    {
      config: write,
      schema: {
        tags,
        operationId: 'stopTimer',
        summary: 'Stop the clock, now or at a past moment',
        body: TimerStop,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) => withEtag(reply, await stopTimer(request.context, request.body)),
  );

  const changes = [
    ['pause', 'Pause: the time until resuming does not count', pauseTimer],
    ['resume', 'Go on after a pause', resumeTimer],
    ['keep', 'Still working', keepTimer],
  ] as const;
  for (const [verb, summary, change] of changes) {
    app.post(
      `/timer/${verb}`,
      {
        config: write,
        schema: {
          tags,
          operationId: `${verb}Timer`,
          summary,
          body: TimerChoice,
          response: { 200: TimeEntry },
        },
      },
      async (request, reply) => withEtag(reply, await change(request.context, request.body)),
    );
  }

  app.patch(
    '/timer',
    {
      config: write,
      schema: {
        tags,
        operationId: 'adjustTimer',
        summary: 'Correct the running entry, its start included',
        body: TimerPatch,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(reply, await adjustTimer(request.context, request.body, ifMatch(request))),
  );

  app.post(
    '/timer/discard',
    {
      config: write,
      schema: {
        tags,
        operationId: 'discardTimer',
        summary: 'Throw the running entry away',
        body: TimerChoice,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await discardTimer(request.context, request.body);
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/time-entries/:id/stop',
    {
      config: writeAny,
      schema: {
        tags,
        operationId: 'stopTimeEntry',
        summary: 'Stop an entry that runs, also of somebody else',
        params: EntryParams,
        body: EntryStop,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await stopEntry(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.post(
    '/time-entries/:id/ask',
    {
      config: writeAny,
      schema: {
        tags,
        operationId: 'askTimeEntry',
        summary: 'Ask whether somebody still works on an entry that runs',
        params: EntryParams,
        body: EntryAsk,
        response: { 200: TimeEntry },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await askTimer(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.post(
    '/timer/activity',
    {
      config: write,
      schema: {
        tags,
        operationId: 'noteActivity',
        summary: 'Somebody is there: the timer is not idle',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await noteActivity(request.context);
      reply.code(204);
      return null;
    },
  );
};

export default timerRoutes;
