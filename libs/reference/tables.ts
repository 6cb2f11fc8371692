import { Entity, PrimaryColumn } from 'typeorm';

// Reference data is written and read by SQL of its own. These say no more than what foreign keys of the records
// need: that there is such a table and what its key is. TypeORM leaves the tables themselves alone.

@Entity('member_state', { synchronize: false })
class MemberStateTable {
  @PrimaryColumn('text')
  iso3!: string;
}

@Entity('unit_type', { synchronize: false })
class UnitTypeTable {
  @PrimaryColumn('text')
  code!: string;
}

@Entity('mission', { synchronize: false })
class MissionTable {
  @PrimaryColumn('text')
  code!: string;
}

@Entity('requirement_statement', { synchronize: false })
class RequirementStatementTable {
  @PrimaryColumn('text')
  id!: string;
}

@Entity('parameter_set', { synchronize: false })
class ParameterSetTable {
  @PrimaryColumn('integer')
  number!: number;
}

/** The tables of reference data that records name by foreign keys. */
export const REFERENCE_TABLES = [
  MemberStateTable,
  UnitTypeTable,
  MissionTable,
  RequirementStatementTable,
  ParameterSetTable,
];
