import { Contribution } from './contribution.entity.js';

/** The tables of this room. */
export const CONTRIBUTION_ENTITIES = [Contribution];
