import { PLEDGE_ENTITIES } from '#pledges/entities.js';

/** Every entity, by room; the generated migration that must be empty is held against these. */
export const ENTITIES = [...PLEDGE_ENTITIES];
