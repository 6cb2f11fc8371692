import type { Principal } from '#platform/principal.js';
import { behindRowSecurity } from './contents.js';
import { storedOperation } from './operations.js';
import { STAFF, type ServedRegistry } from './registry.js';

export const CONTRIBUTION_HEADER = 'as_of,mission,country,personnel_type,male,female,total';

/** Figures of one month, of each type of personnel. */
export const CONTRIBUTION_ROWS = [
  '2025-06-30,UNMISS,Rwanda,Troops,2000,180,2180',
  '2025-06-30,UNMISS,Rwanda,Formed Police Units,150,20,170',
  '2025-06-30,UNIFIL,Türkiye,Staff Officer,5,1,6',
  '2025-06-30,MONUSCO,Côte d’Ivoire,Experts on Mission,3,0,3',
  '2025-06-30,MONUSCO,Nepal,Individual Police,0,0,0',
] as const;

/** A file of published figures with these rows. */
export const contributionFile = (...rows: readonly string[]): string =>
  [CONTRIBUTION_HEADER, ...rows].join('\n');

interface Counts {
  readonly male: number;
  readonly female: number;
  readonly total: number;
}

export interface AnsweredFigure extends Counts {
  readonly month: string | null;
  readonly mission: string | null;
  readonly memberState: string | null;
  readonly personnelType: string | null;
  readonly missionName: string;
  readonly personnelTypeName: string;
}

export interface AnsweredContributions {
  readonly source: string;
  readonly total: Counts;
  readonly figures: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly AnsweredFigure[];
  };
}

/** What a stored operation about contributions is answered. */
export async function askContributions<Asked>(
  registry: ServedRegistry,
  [operation, field]: readonly [operation: string, field: string],
  variables: Record<string, unknown> = {},
  principal: Principal = STAFF,
): Promise<Asked> {
  const { body } = await registry.ask(principal, storedOperation(operation), variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data?.[field] as Asked;
}

/** A page of figures, of 200 unless told. */
export const contributionsOf = (
  registry: ServedRegistry,
  variables: Record<string, unknown>,
  principal?: Principal,
): Promise<AnsweredContributions> =>
  askContributions(registry, ['contributions', 'contributions'], { first: 200, ...variables }, principal);

/** The figures of every page. */
export async function allContributions(
  registry: ServedRegistry,
  variables: Record<string, unknown>,
): Promise<AnsweredFigure[]> {
  const nodes: AnsweredFigure[] = [];
  let after: string | null = null;
  for (;;) {
    const { figures } = await contributionsOf(registry, { ...variables, after });
    nodes.push(...figures.nodes);
    if (!figures.pageInfo.hasNextPage) return nodes;
    after = figures.pageInfo.endCursor;
  }
}

/** Every figure that stands, one text for each, whatever row security says. */
export function standingFigures(ownerUrl: string): Promise<string[]> {
  return behindRowSecurity(ownerUrl, async (client) => {
    const { rows } = await client.query<{ figure: string }>(
      `SELECT concat_ws(' ', month, mission, member_state, personnel_type, male, female) AS figure
       FROM contribution WHERE voided_at IS NULL ORDER BY 1`,
    );
    return rows.map(({ figure }) => figure);
  });
}
