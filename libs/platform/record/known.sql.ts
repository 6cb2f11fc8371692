/**
 * The condition under which a fact counts as known at an instant.
 * @param alias the table's alias
 * @param at the placeholder of the instant (`$2`)
 */
export const known = (alias: string, at: string): string =>
  `${alias}.recorded_at <= ${at} AND (${alias}.voided_at IS NULL OR ${alias}.voided_at > ${at})`;
