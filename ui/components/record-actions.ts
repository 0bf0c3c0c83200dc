/** What is done to a row from its menu: archived, brought back, deleted. Each says so, and offers the way back if there is one. */
import { deleteRecord, type Resource, setFields } from '../data/records.ts';
import { t } from '../i18n/texts.ts';
import { confirm } from './confirm.ts';
import { toast, toastError, toastUndo } from './toast.ts';

export interface Archivable {
  id: number;
  name: string;
  archived_at: string | null;
}

/** Archives what is not, and brings back what is. */
export async function toggleArchived(
  resource: 'clients' | 'projects',
  row: Archivable,
): Promise<void> {
  const { id, name, archived_at } = row;
  const wasArchived = archived_at !== null;
  try {
    await setFields(resource, id, { archived: !wasArchived });
    toastUndo(t(wasArchived ? 'record.unarchived' : 'record.archived', { name }), () =>
      setFields(resource, id, { archived: wasArchived }),
    );
  } catch (error) {
    toastError(error);
  }
}

/** Asks, and deletes for good. @returns whether it is gone */
export async function deleteForGood(
  resource: Resource,
  { id, name }: { id: number; name: string },
  text: string,
): Promise<boolean> {
  const heading = t('record.deleteHeading', { name });
  const yes = await confirm({ heading, text, action: t('action.delete'), isDangerous: true });
  if (!yes) return false;
  try {
    await deleteRecord(resource, id);
    toast(t('record.deleted', { name }));
    return true;
  } catch (error) {
    toastError(error);
    return false;
  }
}
