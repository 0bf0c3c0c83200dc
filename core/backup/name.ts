/** The names of backups in a folder: sorted by name is sorted by age. */

/** @example nameBackup(new Date('2026-11-26T02:30:00Z')) // 'stint-20261126T023000Z.backup' */
export function nameBackup(now: Date): string {
  return `stint-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;
}

export function isBackupName(name: string): boolean {
  return /^stint-\d{8}T\d{6}Z\.backup$/.test(name);
}
