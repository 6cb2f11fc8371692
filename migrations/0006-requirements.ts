import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factTable, partTable, referable } from './tables.js';

const staff = { owner: 'PLEDGE', writers: ['STAFF'] } as const;
const staffAndState = { owner: 'PLEDGE', writers: ['STAFF', 'MEMBER_STATE'] } as const;

const pieces = (column: string) => `${column} BETWEEN 0 AND 100000`;

const tables = [
  factTable(
    'requirement_alignment',
    `
  aligned_on date NOT NULL,
  requirement_statement_id text NOT NULL REFERENCES requirement_statement (id),
  strength integer NOT NULL,
  strength_variation text,
  note text,
  CONSTRAINT requirement_alignment_strength_check CHECK (strength BETWEEN 0 AND 10000)`,
    staffAndState,
  ),
  referable('requirement_alignment'),
  partTable(
    'requirement_alignment_line',
    `
  item text NOT NULL,
  offered integer NOT NULL,
  variation text,
  CONSTRAINT requirement_alignment_line_offered_check CHECK (${pieces('offered')})`,
    { ...staffAndState, of: 'requirement_alignment', key: 'item' },
  ),
  partTable(
    'requirement_alignment_category',
    `
  category text NOT NULL,
  offered integer NOT NULL,
  variation text,
  CONSTRAINT requirement_alignment_category_offered_check CHECK (${pieces('offered')})`,
    { ...staffAndState, of: 'requirement_alignment', key: 'category' },
  ),
  factTable(
    'requirement_review',
    `
  reviewed_on date NOT NULL,
  requirement_statement_id text NOT NULL REFERENCES requirement_statement (id),
  conclusion text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT requirement_review_conclusion_check CHECK (conclusion IN ('NO_CHANGE', 'CHANGE_NEEDED'))`,
    staff,
  ),
];

/** English names under which languages were recorded while they were free text, and their codes. */
const LANGUAGES: readonly (readonly [name: string, code: string])[] = [
  ['amharic', 'am'],
  ['arabic', 'ar'],
  ['bulgarian', 'bg'],
  ['bambara', 'bm'],
  ['bengali', 'bn'],
  ['bosnian', 'bs'],
  ['czech', 'cs'],
  ['danish', 'da'],
  ['german', 'de'],
  ['dinka', 'din'],
  ['greek', 'el'],
  ['english', 'en'],
  ['spanish', 'es'],
  ['estonian', 'et'],
  ['persian', 'fa'],
  ['fula', 'ff'],
  ['finnish', 'fi'],
  ['french', 'fr'],
  ['hausa', 'ha'],
  ['hebrew', 'he'],
  ['hindi', 'hi'],
  ['croatian', 'hr'],
  ['haitian creole', 'ht'],
  ['hungarian', 'hu'],
  ['armenian', 'hy'],
  ['indonesian', 'id'],
  ['italian', 'it'],
  ['japanese', 'ja'],
  ['georgian', 'ka'],
  ['kazakh', 'kk'],
  ['khmer', 'km'],
  ['korean', 'ko'],
  ['lingala', 'ln'],
  ['lithuanian', 'lt'],
  ['latvian', 'lv'],
  ['malagasy', 'mg'],
  ['macedonian', 'mk'],
  ['mongolian', 'mn'],
  ['malay', 'ms'],
  ['nepali', 'ne'],
  ['dutch', 'nl'],
  ['norwegian', 'no'],
  ['nuer', 'nus'],
  ['polish', 'pl'],
  ['pashto', 'ps'],
  ['portuguese', 'pt'],
  ['kirundi', 'rn'],
  ['romanian', 'ro'],
  ['russian', 'ru'],
  ['kinyarwanda', 'rw'],
  ['sango', 'sg'],
  ['sinhala', 'si'],
  ['slovak', 'sk'],
  ['slovenian', 'sl'],
  ['somali', 'so'],
  ['albanian', 'sq'],
  ['serbian', 'sr'],
  ['swedish', 'sv'],
  ['swahili', 'sw'],
  ['tamil', 'ta'],
  ['tetum', 'tet'],
  ['thai', 'th'],
  ['tigrinya', 'ti'],
  ['turkish', 'tr'],
  ['ukrainian', 'uk'],
  ['urdu', 'ur'],
  ['vietnamese', 'vi'],
  ['wolof', 'wo'],
  ['chinese', 'zh'],
];

const named = LANGUAGES.map(([name, code]) => `('${name}', '${code}')`).join(', ');

// Every version of every description, in the same order, each language once; what is no known name is left as it is.
// The owner sees rows only while row security is not forced upon it.
const languages = `
ALTER TABLE pledge_description NO FORCE ROW LEVEL SECURITY;
UPDATE pledge_description d SET languages = (
  SELECT array_agg(code ORDER BY place) FROM (
    SELECT coalesce(n.code, l.language) AS code, min(l.place) AS place
    FROM unnest(d.languages) WITH ORDINALITY AS l (language, place)
    LEFT JOIN (VALUES ${named}) AS n (name, code) ON n.name = lower(trim(l.language))
    GROUP BY 1
  ) recoded
) WHERE cardinality(languages) > 0;
ALTER TABLE pledge_description FORCE ROW LEVEL SECURITY;`;

/** Alignment with a statement of unit requirements by line, reviews of new versions, languages by their codes. */
export class Requirements1760000000006 implements MigrationInterface {
  name = 'Requirements1760000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query([...tables, languages].join('\n'));
  }

  down(): Promise<void> {
    throw new Error('Muster migrates forward only; restore a backup to go back.');
  }
}
