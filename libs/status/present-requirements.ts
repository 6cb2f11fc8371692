import type { Locale } from '#platform/messages/locale.js';
import { term } from '#platform/messages/render.js';
import { RecordReference } from '#platform/problem.js';
import { RequirementReview } from '#pledges/requirement-review.entity.js';
import type { RequirementStatement } from '#reference/reference.types.js';
import {
  AlignedCategory,
  AlignedEquipmentLine,
  AlignedStrength,
  PledgeRequirementAlignment,
} from './requirement-alignment.type.js';
import { PledgeRequirementReview, RequirementDifference } from './requirement-review.type.js';
import type { Offer, Requirements, Resting } from './requirements.js';
import { uniqueReferences } from './why.js';

/** Each record that rests on a statement, with whether a review is due and what differs. */
export const requirementReviewsOf = ({ pledge, resting }: Requirements): PledgeRequirementReview[] =>
  resting.map((rests) =>
    Object.assign(new PledgeRequirementReview(), {
      pledgeId: pledge.id,
      pledgeReference: pledge.reference,
      record: reference(rests.kind, rests.id),
      statement: rests.statement,
      newest: rests.newest,
      dueSince: rests.dueSince,
      decision: rests.decision && Object.assign(new RequirementReview(), rests.decision),
      differences: differencesOf(rests),
    }),
  );

const reference = (kind: string, id: string): RecordReference =>
  Object.assign(new RecordReference(), { kind, id });

/** What a version asks for, part by part, under the code of each. */
interface Asked {
  readonly part: RequirementDifference['part'];
  readonly code: string | null;
  readonly name: string | null;
  readonly asked: number;
  readonly critical: boolean | null;
}

const askedBy = ({ strength, equipment, selfSustainment }: RequirementStatement): Asked[] => [
  { part: 'STRENGTH', code: null, name: null, asked: strength, critical: null },
  ...equipment.map(({ item: code, name, quantity: asked, critical }) => ({
    part: 'EQUIPMENT' as const,
    code,
    name,
    asked,
    critical,
  })),
  ...selfSustainment.map(({ category: code, name, required: asked }) => ({
    part: 'SELF_SUSTAINMENT' as const,
    code,
    name,
    asked,
    critical: null,
  })),
];

const PARTS: readonly Asked['part'][] = ['STRENGTH', 'EQUIPMENT', 'SELF_SUSTAINMENT'];

function differencesOf({ statement, newer }: Resting): RequirementDifference[] {
  if (newer === null) return [];
  const [before, after] = [askedBy(statement), askedBy(newer)];
  const same = (one: Asked) => (other: Asked) => one.part === other.part && one.code === other.code;
  const all = [...before, ...after.filter((one) => !before.some(same(one)))];
  return PARTS.flatMap((part) => all.filter((each) => each.part === part)).flatMap((one) => {
    const [old, recent] = [before.find(same(one)), after.find(same(one))];
    if (old?.asked === recent?.asked && old?.critical === recent?.critical) return [];
    return Object.assign(new RequirementDifference(), {
      ...{ part: one.part, code: one.code, name: one.name },
      ...{ asked: old?.asked ?? 0, newestAsked: recent?.asked ?? 0 },
      ...{ critical: old?.critical ?? null, newestCritical: recent?.critical ?? null },
    });
  });
}

/** A pledge held against its statement, line by line; null where it names none. */
export function requirementAlignmentOf(
  { alignment, equipment, categories, personnel }: Requirements,
  locale: Locale,
): PledgeRequirementAlignment | null {
  if (alignment === null) return null;
  const { statement, newer, aligned, named } = alignment;
  const offers = aligned && {
    strength: [offerOf(aligned)],
    lines: aligned.lines,
    categories: aligned.categories,
  };
  const strength = Object.assign(new AlignedStrength(), {
    ...partOf(
      statement.strength,
      offers && offers.strength[0],
      newer && newer.strength,
      personnel?.available,
    ),
    measured: personnel,
  });
  const equipmentLines = codesOf(
    statement.equipment.map(({ item }) => item),
    offers?.lines.map(({ item }) => item),
    newer?.equipment.map(({ item }) => item),
  ).map((item) => {
    const is = (line: { readonly item: string }) => line.item === item;
    const [asked, recent] = [statement.equipment.find(is), newer?.equipment.find(is)];
    const measured = equipment.find(is) ?? null;
    return Object.assign(new AlignedEquipmentLine(), {
      ...{ item, name: term(locale, 'equipment', item), critical: (asked ?? recent)?.critical ?? false },
      ...partOf(
        asked?.quantity ?? null,
        offers && (offers.lines.find(is) ?? NOT_OFFERED),
        newer && (recent?.quantity ?? 0),
        measured?.present,
      ),
      extra: asked === undefined && (offers?.lines.some(is) ?? false),
      measured,
    });
  });
  const selfSustainmentCategories = codesOf(
    statement.selfSustainment.map(({ category }) => category),
    offers?.categories.map(({ category }) => category),
    newer?.selfSustainment.map(({ category }) => category),
  ).map((category) => {
    const is = (each: { readonly category: string }) => each.category === category;
    const [asked, recent] = [statement.selfSustainment.find(is), newer?.selfSustainment.find(is)];
    const measured = categories.find(is) ?? null;
    return Object.assign(new AlignedCategory(), {
      ...{ category, name: term(locale, 'selfSustainment', category) },
      ...partOf(
        asked?.required ?? null,
        offers && (offers.categories.find(is) ?? NOT_OFFERED),
        newer && (recent?.required ?? 0),
        measured?.available,
      ),
      extra: asked === undefined && (offers?.categories.some(is) ?? false),
      measured,
    });
  });
  const parts = [strength, ...equipmentLines, ...selfSustainmentCategories];
  return Object.assign(new PledgeRequirementAlignment(), {
    ...{ statement, newest: newer, strength, equipmentLines, selfSustainmentCategories },
    alignedOn: aligned?.alignedOn ?? null,
    note: aligned?.note ?? null,
    gaps: aligned && parts.filter(({ gap }) => gap).length,
    records: uniqueReferences([
      reference(named.kind, named.id),
      ...parts.flatMap(({ measured }) => (measured ? [reference('MEASUREMENT', measured.id)] : [])),
    ]),
  });
}

const NOT_OFFERED: Offer = { offered: 0, variation: null };

const offerOf = ({
  strength,
  strengthVariation,
}: {
  strength: number;
  strengthVariation: string | null;
}): Offer => ({
  offered: strength,
  variation: strengthVariation,
});

/** Those asked for, then those offered beyond, then those that only the newer version asks for. */
const codesOf = (...lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

function partOf(
  asked: number | null,
  offer: Offer | null | undefined,
  newest: number | null,
  had: number | undefined,
) {
  const { offered = null, variation = null } = offer ?? {};
  return {
    asked,
    offered,
    variation,
    gap: asked !== null && offered !== null && offered < asked && variation === null,
    shortfall: asked === null || had === undefined ? null : Math.max(0, asked - had),
    newestAsked: newest === (asked ?? 0) ? null : newest,
  };
}
