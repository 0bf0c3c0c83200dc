/** `/api/v1/tags`. */
import { resourceRoutes } from '../infra/resource.ts';
import { Tag, TagCreate, TagPatch, TagQuery } from './schema.ts';
import { createTag, deleteTag, getTag, listTags, updateTag } from './service.ts';

export default resourceRoutes({
  path: '/tags',
  tag: 'Tags',
  names: ['Tag', 'Tags'],
  access: {
    read: { scope: 'read:tags' },
    create: { scope: 'write:tags' },
    write: { scope: 'write:tags', role: 'manager' },
  },
  schemas: { resource: Tag, create: TagCreate, patch: TagPatch, query: TagQuery },
  summaries: {
    list: 'List tags',
    create: 'Create a tag',
    get: 'Read a tag',
    update: 'Rename or recolour a tag',
    delete: 'Delete a tag, and take it off every time entry',
  },
  service: { list: listTags, create: createTag, get: getTag, update: updateTag, delete: deleteTag },
});
