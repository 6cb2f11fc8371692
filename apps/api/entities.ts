import { Entity, PrimaryColumn } from 'typeorm';
import { PLEDGE_ENTITIES } from '#pledges/entities.js';
import { REFERENCE_TABLES } from '#reference/tables.js';

// Goes as soon as the entities of visits are listed below: measurements name their visit.
@Entity('visit', { synchronize: false })
class VisitTable {
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('text')
  memberState!: string;
}

/** Every entity, by room; the generated migration that must be empty is held against these. */
export const ENTITIES = [...REFERENCE_TABLES, VisitTable, ...PLEDGE_ENTITIES];
