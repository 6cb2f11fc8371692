import { Document } from './document.entity.js';
import { LifecycleStep } from './lifecycle-step.entity.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { Pledge } from './pledge.entity.js';

/** The tables of this room. */
export const PLEDGE_ENTITIES = [Pledge, PledgeDescription, LifecycleStep, Document];
