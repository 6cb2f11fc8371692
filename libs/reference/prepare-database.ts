import { migrate, type MigrateOptions } from '#platform/database/migrate.js';
import { seedReference } from './seed.js';

/** Brings a database to this version: tables, reference data, grants. Safe to run again. */
export const prepareDatabase = (options: Omit<MigrateOptions, 'fill'>): Promise<void> =>
  migrate({ ...options, fill: seedReference });
