/** The line of a menu that archives a row, or brings it back. */
import archive from 'lucide-static/icons/archive.svg?raw';
import archiveRestore from 'lucide-static/icons/archive-restore.svg?raw';
import { t } from '../i18n/texts.ts';
import type { MenuItem } from './menu.ts';
import { type Archivable, toggleArchived } from './record-actions.ts';

export function archiveItem(resource: 'clients' | 'projects', row: Archivable): MenuItem {
  const isArchived = row.archived_at !== null;
  return {
    label: t(isArchived ? 'list.unarchive' : 'list.archive'),
    glyph: isArchived ? archiveRestore : archive,
    run: () => toggleArchived(resource, row),
  };
}
