import type { Level } from '../facts.js';
import type { PledgeOnDay } from '../pledge-on-day.js';
import type { ReasonList } from '../reasons.js';

/** Looks at one subject of a pledge on one day and adds the reasons it finds. `level` is the level computed for it. */
export type Rule = (pledge: PledgeOnDay, reasons: ReasonList, level: Level) => void;
