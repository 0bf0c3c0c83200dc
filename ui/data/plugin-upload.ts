/** Sends the file of a plugin: to be looked at, or with the hash of what was looked at to be installed. */
import { call } from './api.ts';
import type { InstallReport } from './wire.ts';

/** @param sha256 of the report that somebody agreed to; without it nothing is installed */
export function uploadPlugin(file: File, sha256?: string): Promise<InstallReport> {
  return call<InstallReport>('POST', '/plugins/install', {
    query: { dry_run: sha256 === undefined, sha256, file_name: file.name },
    file,
  });
}
