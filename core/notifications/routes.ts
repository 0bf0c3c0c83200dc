/** `/api/v1/me/notifications`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { pageOf } from '../infra/page.ts';
import { Notification, NotificationQuery, NotificationsRead } from './schema.ts';
import { listNotifications, markRead } from './service.ts';

const tags = ['Me'];

const notificationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/me/notifications',
    {
      config: { access: { scope: 'read:me' } },
      schema: {
        tags,
        operationId: 'listNotifications',
        summary: 'List what was sent to you in the last 90 days',
        querystring: NotificationQuery,
        response: { 200: pageOf(Notification) },
      },
    },
    (request) => listNotifications(request.context, request.query),
  );

  app.post(
    '/me/notifications/read',
    {
      config: { access: { scope: 'write:me' } },
      schema: {
        tags,
        operationId: 'readNotifications',
        summary: 'Mark notifications as read: those that are named, or all up to one',
        body: NotificationsRead,
        response: {
          200: Type.Object({ read: Type.Integer({ description: 'How many it were.' }) }),
        },
      },
    },
    async (request) => ({ read: await markRead(request.context, request.body) }),
  );
};

export default notificationRoutes;
