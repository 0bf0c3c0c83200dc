/** The kinds of files. */
import { csv } from './csv.ts';
import type { FileFormat } from './file-format.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';
import { xlsx } from './xlsx.ts';

export const fileFormats: readonly FileFormat[] = [csv, xlsx, json, pdf];
