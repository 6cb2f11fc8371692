import { FOREVER, parseDay, type Day } from './day.js';

/** What is wrong with one field: where it is, the rule it breaks ("must …"), and what is there instead. */
export interface InputProblem {
  /** As in `facts.documents[2].validUntil`; empty for the entry itself. */
  readonly path: string;
  readonly rule: string;
  /** Undefined where the field is missing. */
  readonly value: unknown;
}

/** Stands in for a day that could not be read, and is no day; what holds it is thrown away with its problems. */
export const UNREAD = -FOREVER as Day;

/** One field of the input. Each way of reading it gives a value of the right type, or notes what is wrong. */
export class Field {
  constructor(
    readonly value: unknown,
    private readonly path: string,
    private readonly problems: InputProblem[],
  ) {}

  refuse(rule: string): void {
    this.problems.push({ path: this.path, rule, value: this.value });
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  has(name: string): boolean {
    return isRecord(this.value) && Object.hasOwn(this.value, name);
  }

  at(name: string): Field {
    const value = isRecord(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return new Field(value, this.path === '' ? name : `${this.path}.${name}`, this.problems);
  }

  /** Reads an object by its fields; where it is none, only that is noted. */
  object<T>(read: (field: Field) => T): T {
    if (isRecord(this.value)) return read(this);
    this.refuse('must be an object');
    return read(new Field({}, this.path, []));
  }

  list<T>(read: (field: Field) => T): T[] {
    if (Array.isArray(this.value)) {
      return this.value.map((item: unknown, index) =>
        read(new Field(item, `${this.path}[${index}]`, this.problems)),
      );
    }
    this.refuse('must be a list');
    return [];
  }

  /** Left out or null means absent. */
  optional<T>(read: (field: Field) => T): T | null {
    return this.isAbsent ? null : read(this);
  }

  /** Null is a value of its own here: the field must be present. */
  nullable<T>(read: (field: Field) => T): T | null {
    return this.value === null ? null : read(this);
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    this.refuse('must be a text');
    return '';
  }

  oneOf<Word extends string>(words: readonly [Word, ...Word[]]): Word {
    const word = words.find((known) => known === this.value);
    if (word !== undefined) return word;
    this.refuse(`must be one of ${words.join(' ')}`);
    return words[0];
  }

  count(): number {
    if (Number.isSafeInteger(this.value) && Number(this.value) >= 0) return Number(this.value);
    this.refuse('must be a whole number, 0 or more');
    return 0;
  }

  day(): Day {
    const day = typeof this.value === 'string' ? parseDay(this.value) : undefined;
    if (day !== undefined) return day;
    this.refuse('must be a day of the calendar written YYYY-MM-DD');
    return UNREAD;
  }

  /** A day on which something has happened. */
  pastDay(asOf: Day): Day {
    const day = this.day();
    if (asOf !== UNREAD && day > asOf) this.refuse('must not be after asOf');
    return day;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const day = (field: Field): Day => field.day();
