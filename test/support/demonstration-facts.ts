import { KINDS } from '#status/kinds.js';
import { behindRowSecurity } from './contents.js';
import { partsOf, type Part, type Performed } from './operation-log.js';

/** A fact of the demonstration: what is said of it, and the operation that recorded it. */
export interface DemonstrationFact {
  readonly id: string;
  /** The pledge, or else the visit, whose version a correction names. */
  readonly owner: string | null;
  readonly part: Part;
  readonly operation: Performed;
  /** Of that operation, among all of the load. */
  readonly place: number;
}

/** The facts that were recorded once and stand; the demonstration corrects some itself. */
export async function demonstrationFacts(
  ownerUrl: string,
  performed: readonly Performed[],
): Promise<DemonstrationFact[]> {
  const rows = await rowsByKind(ownerUrl);
  const told = performed.flatMap((operation, place) =>
    partsOf(operation).map((part) => ({ part, operation, place })),
  );
  // Ids sort in the order in which facts were recorded, which is that of the operations.
  return KINDS.flatMap(({ name }) => {
    const ofKind = told.filter(({ part }) => part.kind === name);
    const facts = rows.get(name) ?? [];
    if (ofKind.length !== facts.length) {
      throw new Error(`${ofKind.length} of ${facts.length} facts of ${name} are accounted for by operations`);
    }
    return facts.flatMap(({ once, ...fact }, at) =>
      once ? [{ ...fact, ...ofKind[at] } as DemonstrationFact] : [],
    );
  });
}

interface FactRow {
  readonly id: string;
  readonly owner: string | null;
  /** Recorded once and never voided. */
  readonly once: boolean;
}

function rowsByKind(ownerUrl: string): Promise<Map<string, FactRow[]>> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const byKind = new Map<string, FactRow[]>();
    for (const { name } of KINDS) {
      const { rows } = await client.query<FactRow>(
        `SELECT id, count(*) = 1 AND bool_and(voided_at IS NULL) AS once,
           coalesce(min(to_jsonb(f) ->> 'pledge_id'), min(to_jsonb(f) ->> 'visit_id')) AS owner
         FROM ${name.toLowerCase()} f GROUP BY id ORDER BY id`,
      );
      byKind.set(name, rows);
    }
    return byKind;
  });
}

/** The versions that changes of pledges and visits must name, by their ids. */
export function versionsIn(ownerUrl: string): Promise<Map<string, number>> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; version: number }>(
      `SELECT id, version FROM pledge UNION ALL SELECT id, version FROM visit`,
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  });
}

/** The same facts, before others those of which fewer than `most` of their kind come earlier. */
export function someOfEachFirst(facts: readonly DemonstrationFact[], most: number): DemonstrationFact[] {
  const seen = new Map<string, number>();
  const ranked = facts.map((fact) => {
    const rank = seen.get(fact.part.kind) ?? 0;
    seen.set(fact.part.kind, rank + 1);
    return { fact, rank: Math.min(rank, most) };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ fact }) => fact);
}
