import { formatDay } from '../day.js';
import { LEVEL_1_DOCUMENTS, LEVEL_3_DOCUMENTS, LEVEL_RANK } from '../facts.js';
import type { Rule } from './rule.js';

const levelOneDocuments: Rule = (pledge, reasons) => {
  for (const doc of LEVEL_1_DOCUMENTS) {
    const validUntil = pledge.documentValidUntil(doc);
    if (validUntil === undefined) reasons.add('GAP', 'DOC_MISSING', { doc });
    else if (pledge.isPast(validUntil)) {
      reasons.add('GAP', 'DOC_EXPIRED', { doc, validUntil: formatDay(validUntil) });
    }
  }
};

/** A person registered a higher level than the evidence carries: a proposal to look again, for a person to decide. */
const levelDiscrepancy: Rule = (pledge, reasons, computed) => {
  const registered = pledge.facts.registeredLevel;
  if (LEVEL_RANK[registered] <= LEVEL_RANK[computed]) return;
  reasons.add('INFO', 'LEVEL_DISCREPANCY', { registered, computed });
  if (LEVEL_RANK[registered] < LEVEL_RANK.LEVEL_3) return;
  for (const doc of LEVEL_3_DOCUMENTS) {
    const validUntil = pledge.documentValidUntil(doc);
    if (validUntil === undefined) reasons.add('CONDITION', 'DOC_MISSING_FOR_LEVEL', { doc });
    else if (pledge.isPast(validUntil)) {
      reasons.add('CONDITION', 'DOC_EXPIRED_FOR_LEVEL', { doc, validUntil: formatDay(validUntil) });
    }
  }
};

export const documentRules = [levelOneDocuments, levelDiscrepancy];
