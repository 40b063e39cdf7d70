/** The version that is written today. */
export const SCHEMA_VERSION = 1;

/** One step: a store of version `n` as one of version `n + 1`. Keyed by `n`. */
export type Migrations = Readonly<Record<number, (old: object) => object>>;

/** There is one version so far. The next one adds a step here and a test with a store of the old form. */
export const migrations: Migrations = {};

function versionOf(stored: object): number | null {
  const version: unknown = 'schemaVersion' in stored ? stored.schemaVersion : null;
  return typeof version === 'number' && Number.isInteger(version) ? version : null;
}

/** A store brought to today's version step by step; null where no steps lead there (too new, too odd). */
export function migrate(stored: unknown, steps: Migrations): object | null {
  if (typeof stored !== 'object' || stored === null) return null;
  let current: object = stored;
  for (let version = versionOf(current); version !== SCHEMA_VERSION; version = versionOf(current)) {
    const step = version === null || version > SCHEMA_VERSION ? undefined : steps[version];
    if (step === undefined) return null;
    current = { ...step(current), schemaVersion: (version ?? 0) + 1 };
  }
  return current;
}
