import { formatDay } from '../day.js';
import { LEVEL_1_DOCUMENTS, LEVEL_3_DOCUMENTS, LEVEL_RANK, type Level } from '../facts.js';
import type { Rule } from './rule.js';

const levelOneDocuments: Rule = (pledge, reasons) => {
  for (const doc of LEVEL_1_DOCUMENTS) {
    const document = pledge.documentOf(doc);
    if (document === undefined) {
      reasons.add('GAP', 'DOC_MISSING', { doc });
      continue;
    }
    const expired = pledge.expiryOf(document);
    if (expired !== null)
      reasons.add('GAP', 'DOC_EXPIRED', { doc, validUntil: formatDay(expired) }, document);
  }
};

/** Whether a pledge of that registered level is to hold the documents of level 3. */
export const asksLevelThreeDocuments = (registered: Level): boolean =>
  LEVEL_RANK[registered] >= LEVEL_RANK.LEVEL_3;

/** A person registered a higher level than the evidence carries: a proposal to look again, for a person to decide. */
const levelDiscrepancy: Rule = (pledge, reasons, computed) => {
  const registered = pledge.facts.registeredLevel;
  if (LEVEL_RANK[registered] <= LEVEL_RANK[computed]) return;
  reasons.add('INFO', 'LEVEL_DISCREPANCY', { registered, computed }, 'registeredLevel');
  if (!asksLevelThreeDocuments(registered)) return;
  for (const doc of LEVEL_3_DOCUMENTS) {
    const document = pledge.documentOf(doc);
    if (document === undefined) {
      reasons.add('CONDITION', 'DOC_MISSING_FOR_LEVEL', { doc }, 'registeredLevel');
      continue;
    }
    const expired = pledge.expiryOf(document);
    if (expired === null) continue;
    const params = { doc, validUntil: formatDay(expired) };
    reasons.add('CONDITION', 'DOC_EXPIRED_FOR_LEVEL', params, 'registeredLevel', document);
  }
};

export const documentRules = [levelOneDocuments, levelDiscrepancy];
