/** The scheduled backup: each night into `BACKUP_DIR`, where the newest `BACKUP_KEEP` are kept. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { isBackupName, nameBackup } from './name.ts';
import { readVersion } from './version.ts';
import { writeBackup } from './write.ts';

export type BackupConfig = Pick<Config, 'BACKUP_DIR' | 'BACKUP_KEEP' | 'DATA_DIR'>;

export function backupJobs({ db, clock, log }: JobDeps, config: BackupConfig): Jobs {
  const { BACKUP_DIR: folder, BACKUP_KEEP: keep, DATA_DIR: dataDir } = config;
  if (folder === undefined) return { crons: {}, tasks: {} };
  return {
    crons: { backup: '30 2 * * *' },
    tasks: {
      async backup() {
        const now = clock.now();
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = join(folder, nameBackup(now));
        await writeBackup({ db, dataDir, version: await readVersion(), now }, file);
        const names = (await readdir(folder)).filter(isBackupName).sort();
        // Never before the new one is whole.
        for (const name of names.slice(0, -keep)) await rm(join(folder, name));
        log.info({ file }, 'backup written');
      },
    },
  };
}
