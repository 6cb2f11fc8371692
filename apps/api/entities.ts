import { ASSESSMENT_ENTITIES } from '#assessments/entities.js';
import { CONTRIBUTION_ENTITIES } from '#contributions/entities.js';
import { PERFORMANCE_ENTITIES } from '#performance/entities.js';
import { PLEDGE_ENTITIES } from '#pledges/entities.js';
import { REFERENCE_TABLES } from '#reference/tables.js';

/** Every entity, by room; the generated migration that must be empty is held against these. */
export const ENTITIES = [
  ...REFERENCE_TABLES,
  ...PLEDGE_ENTITIES,
  ...ASSESSMENT_ENTITIES,
  ...PERFORMANCE_ENTITIES,
  ...CONTRIBUTION_ENTITIES,
];
