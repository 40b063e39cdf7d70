import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A build under `.output`, such as `chrome-mv3`. Throws with what to run where it is missing: nothing passes without it. */
export function built(name: string): string {
  const path = fileURLToPath(new URL(`../../.output/${name}`, import.meta.url));
  if (!existsSync(join(path, 'manifest.json')))
    throw new Error(`${name} is not built: run npm run build first.`);
  return path;
}
