import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { EvaluationResult } from './evaluations.js';
import { importRows, type ImportResult } from './import.js';
import type { KeptResult } from './kept.js';
import type { Measured } from './measure.js';
import { QUESTIONS } from './questions.js';

export interface Report {
  readonly measured: readonly Measured[];
  readonly kept: readonly KeptResult[];
  readonly evaluations: EvaluationResult;
  readonly imported: ImportResult;
  /** Seconds of the second start to its first answer. */
  readonly secondStart: number;
  readonly postgres: string;
  /** Seconds that the whole bench took. */
  readonly took: number;
}

const START = '<!-- bench: written by `npm run bench -- --write` -->';
const END = '<!-- /bench -->';

/** The report as it stands in the README: ratios first. */
export function writeReport(report: Report): string {
  const { measured, kept, evaluations, imported, secondStart, postgres, took } = report;
  const { perSecond, plainPerSecond, compared, factsOf } = evaluations;
  const pairs = factsOf.map((each) => `${figure(each.milliseconds)} ms at ${each.pairs}`).join(', ');
  const bySize = (say: (found: KeptResult) => string) =>
    kept.map((found) => `${say(found)} at ${whole(found.pledges)}`).join(', ');
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    table(
      [
        'question',
        'pledges',
        'of the floor',
        'a second',
        'floor',
        'p50',
        'p99',
        'floor p99',
        'statements',
        'memory',
        'floor',
      ],
      measured.map((each) => [
        QUESTIONS[each.question].title,
        each.pledges.toLocaleString('en'),
        ratioOf(each),
        figure(each.server.perSecond),
        figure(each.floor.perSecond),
        `${figure(each.server.p50)} ms`,
        `${figure(each.server.p99)} ms`,
        `${figure(each.floor.p99)} ms`,
        `${each.statements} + ${each.frame}`,
        `${each.serverMemory} MiB`,
        `${each.floorMemory} MiB`,
      ]),
    ),
    table(
      ['', 'goal', 'measured'],
      [
        ['lists, of the floor', '0.40', measured.filter(isList).map(ratioOf).join(', ')],
        ['evaluations a second with the next change, on one core', '150,000', whole(perSecond)],
        [
          '– the plain version of the same rules',
          '',
          `${whole(plainPerSecond)} (equal on ${whole(compared)} cases)`,
        ],
        ...importRows(imported),
        ['second start to its first answer', '3 s', `${secondStart.toFixed(1)} s`],
        ['facts for each pair of pledge and day, by pairs at once', '', pairs],
        ['the board today with nothing kept, by pledges', '', bySize(({ first }) => `${figure(first)} s`)],
        [
          '– after one record of one Member State',
          '',
          bySize(({ boardAfterChange }) => `${figure(boardAfterChange)} s`),
        ],
        [
          'list by status, after one such record',
          '',
          bySize(({ listAfterChange }) => `${figure(listAfterChange)} s`),
        ],
        ['what is kept of pledges', '', bySize(({ size }) => `${whole(size)} MiB`)],
      ],
    ),
    growthOf(measured),
    `${machine}, Node ${process.versions.node}, PostgreSQL ${postgres}, ${new Date().toISOString().slice(0, 10)}; the whole bench took ${Math.round(took / 60)} minutes.`,
  ].join('\n\n');
}

/** Puts the report between the marks of the README. */
export function putIntoReadme(report: string): void {
  const path = resolve(import.meta.dirname, '../../..', 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`README.md lacks its marks: ${START} … ${END}`);
  writeFileSync(path, `${before}${START}\n\n${report}\n\n${END}${after}`);
}

/** How a question's time grows with the registry, beside its floor's: medians. */
function growthOf(measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ pledges }) => pledges))];
  const rows = [...new Set(measured.map(({ question }) => question))].map((question) => {
    const found = sizes.map((size) =>
      measured.find((each) => each.question === question && each.pledges === size),
    );
    const cells = found.map((each) =>
      each === undefined ? '' : `${figure(each.server.p50)} ms (${figure(each.floor.p50)})`,
    );
    return [QUESTIONS[question].title, ...cells];
  });
  return table(['p50, and that of the floor, by pledges', ...sizes.map(whole)], rows);
}

const isList = ({ question }: Measured) => QUESTIONS[question].operation === 'pledges';
const ratioOf = ({ server, floor }: Measured) => (server.perSecond / floor.perSecond).toFixed(2);
const whole = (value: number) => Math.round(value).toLocaleString('en');
/** Three figures say all that a run can tell. */
const figure = (value: number) => (value >= 100 ? whole(value) : String(Number(value.toPrecision(3))));

/** A table as the formatter of this repository leaves it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}
