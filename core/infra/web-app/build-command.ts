/** `npm run build`: builds the web app ahead, where the first start would, for an image or a folder that is only read. */
import { loadConfig, loadEnvFile } from '../../config.ts';
import { makeLogger } from '../logger.ts';
import { provideWebApp } from './provide.ts';

loadEnvFile();
const config = loadConfig(process.env);
const folder = await provideWebApp(config, makeLogger(config));
if (folder) console.log(`The web app is in ${folder}.`);
else process.exitCode = 1;
