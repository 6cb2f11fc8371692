import { term } from '#platform/messages/render.js';

/**
 * A United Nations field mission with uniformed personnel, current or closed.
 *
 * `openedOn` is the day of the resolution or decision that established it, `closedOn` the last day of its mandate
 * (days, UTC; null while it goes on). `kind` says which office leads it: the Department of Peace Operations'
 * peacekeeping operations, special political missions, and support offices.
 *
 * The dates come from general knowledge of the public record («Past peace operations», resolutions of the Security
 * Council), not from a file that we hold. `sourced` marks those that are the date of a named resolution or a
 * published end of mandate; the others are right to the month at best.
 */
export interface MissionRow {
  readonly code: string;
  /** In English; the other languages are in the message catalogue under `mission.<code>`. */
  readonly name: string;
  readonly kind: 'PEACEKEEPING' | 'SPECIAL_POLITICAL' | 'SUPPORT';
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly sourced: boolean;
  /** What established it, or why the date is unsure. */
  readonly source: string;
}

type Line = readonly [
  code: string,
  kind: MissionRow['kind'],
  openedOn: string,
  closedOn: string | null,
  sourced: boolean,
  source: string,
];

const LINES = [
  // Current on 13 October 2025
  ['UNTSO', 'PEACEKEEPING', '1948-05-29', null, true, 'S/RES/50'],
  ['UNMOGIP', 'PEACEKEEPING', '1949-01-24', null, true, 'arrival of the first observers; S/RES/47'],
  ['UNFICYP', 'PEACEKEEPING', '1964-03-04', null, true, 'S/RES/186'],
  ['UNDOF', 'PEACEKEEPING', '1974-05-31', null, true, 'S/RES/350'],
  ['UNIFIL', 'PEACEKEEPING', '1978-03-19', null, true, 'S/RES/425, 426'],
  ['MINURSO', 'PEACEKEEPING', '1991-04-29', null, true, 'S/RES/690'],
  ['UNMIK', 'PEACEKEEPING', '1999-06-10', null, true, 'S/RES/1244'],
  ['MONUSCO', 'PEACEKEEPING', '2010-07-01', null, true, 'S/RES/1925'],
  ['UNISFA', 'PEACEKEEPING', '2011-06-27', null, true, 'S/RES/1990'],
  ['UNMISS', 'PEACEKEEPING', '2011-07-09', null, true, 'S/RES/1996'],
  ['MINUSCA', 'PEACEKEEPING', '2014-04-10', null, true, 'S/RES/2149'],
  ['UNAMA', 'SPECIAL_POLITICAL', '2002-03-28', null, true, 'S/RES/1401'],
  [
    'UNAMI',
    'SPECIAL_POLITICAL',
    '2003-08-14',
    null,
    true,
    'S/RES/1500; to close by 31 December 2025, S/RES/2732',
  ],
  ['UNSMIL', 'SPECIAL_POLITICAL', '2011-09-16', null, true, 'S/RES/2009'],
  [
    'UNOWAS',
    'SPECIAL_POLITICAL',
    '2016-01-28',
    null,
    false,
    'merger of two offices in January 2016, day unsure',
  ],
  ['UNVMC', 'SPECIAL_POLITICAL', '2017-09-26', null, true, 'S/RES/2366, successor of UNMC'],
  ['UNMHA', 'SPECIAL_POLITICAL', '2019-01-16', null, true, 'S/RES/2452'],
  ['BINUH', 'SPECIAL_POLITICAL', '2019-10-16', null, true, 'S/RES/2476'],
  [
    'UNTMIS',
    'SPECIAL_POLITICAL',
    '2024-11-01',
    null,
    true,
    'S/RES/2753, successor of UNSOM; first phase to October 2025',
  ],
  ['UNSOS', 'SUPPORT', '2015-11-09', null, true, 'S/RES/2245, successor of UNSOA'],
  // Closed
  ['UNIIMOG', 'PEACEKEEPING', '1988-08-09', '1991-02-28', false, 'S/RES/619; month of closing'],
  [
    'UNTAG',
    'PEACEKEEPING',
    '1989-04-01',
    '1990-03-31',
    false,
    'S/RES/435; days of deployment and end unsure',
  ],
  ['ONUCA', 'PEACEKEEPING', '1989-11-07', '1992-01-17', false, 'S/RES/644; day of closing unsure'],
  ['UNIKOM', 'PEACEKEEPING', '1991-04-09', '2003-10-06', true, 'S/RES/689, 1490'],
  ['ONUSAL', 'PEACEKEEPING', '1991-05-20', '1995-04-30', true, 'S/RES/693, 961'],
  ['UNAVEM_II', 'PEACEKEEPING', '1991-05-30', '1995-02-08', false, 'S/RES/696; followed by UNAVEM III'],
  ['UNAMIC', 'PEACEKEEPING', '1991-10-16', '1992-03-15', false, 'S/RES/717; day of merger unsure'],
  ['UNPROFOR', 'PEACEKEEPING', '1992-02-21', '1995-12-20', false, 'S/RES/743; transfer to IFOR'],
  ['UNTAC', 'PEACEKEEPING', '1992-02-28', '1993-09-24', false, 'S/RES/745; day of closing unsure'],
  ['UNOSOM_I', 'PEACEKEEPING', '1992-04-24', '1993-03-26', false, 'S/RES/751; followed by UNOSOM II'],
  ['ONUMOZ', 'PEACEKEEPING', '1992-12-16', '1994-12-09', false, 'S/RES/797; day of closing unsure'],
  ['UNOSOM_II', 'PEACEKEEPING', '1993-03-26', '1995-03-31', false, 'S/RES/814; day of closing unsure'],
  ['UNOMUR', 'PEACEKEEPING', '1993-06-22', '1994-09-21', false, 'S/RES/846; day of closing unsure'],
  ['UNOMIG', 'PEACEKEEPING', '1993-08-24', '2009-06-15', true, 'S/RES/858; not extended after 15 June 2009'],
  ['UNOMIL', 'PEACEKEEPING', '1993-09-22', '1997-09-30', true, 'S/RES/866, 1116'],
  ['UNMIH', 'PEACEKEEPING', '1993-09-23', '1996-06-30', true, 'S/RES/867, 1048'],
  ['UNAMIR', 'PEACEKEEPING', '1993-10-05', '1996-03-08', true, 'S/RES/872, 1029'],
  ['UNMOT', 'PEACEKEEPING', '1994-12-16', '2000-05-15', true, 'S/RES/968, 1274'],
  ['UNAVEM_III', 'PEACEKEEPING', '1995-02-08', '1997-06-30', true, 'S/RES/976, 1106'],
  ['UNCRO', 'PEACEKEEPING', '1995-03-31', '1996-01-15', false, 'S/RES/981; day of closing unsure'],
  ['UNPREDEP', 'PEACEKEEPING', '1995-03-31', '1999-02-28', true, 'S/RES/983, 1186'],
  ['UNMIBH', 'PEACEKEEPING', '1995-12-21', '2002-12-31', true, 'S/RES/1035, 1423'],
  ['UNTAES', 'PEACEKEEPING', '1996-01-15', '1998-01-15', true, 'S/RES/1037, 1120'],
  ['UNMOP', 'PEACEKEEPING', '1996-01-15', '2002-12-15', true, 'S/RES/1038, 1437'],
  ['UNSMIH', 'PEACEKEEPING', '1996-06-28', '1997-07-31', true, 'S/RES/1063, 1086'],
  [
    'MINUGUA',
    'PEACEKEEPING',
    '1997-01-20',
    '1997-05-31',
    false,
    'S/RES/1094, the military observers; days unsure',
  ],
  ['MONUA', 'PEACEKEEPING', '1997-06-30', '1999-02-26', true, 'S/RES/1118, 1213'],
  ['UNTMIH', 'PEACEKEEPING', '1997-07-30', '1997-11-30', true, 'S/RES/1123'],
  ['MIPONUH', 'PEACEKEEPING', '1997-11-28', '2000-03-15', true, 'S/RES/1141, 1277'],
  ['UNPSG', 'PEACEKEEPING', '1998-01-16', '1998-10-15', true, 'S/RES/1145'],
  ['MINURCA', 'PEACEKEEPING', '1998-04-15', '2000-02-15', true, 'S/RES/1159, 1271'],
  ['UNOMSIL', 'PEACEKEEPING', '1998-07-13', '1999-10-22', true, 'S/RES/1181, 1270'],
  ['UNAMSIL', 'PEACEKEEPING', '1999-10-22', '2005-12-31', true, 'S/RES/1270, 1610'],
  ['UNTAET', 'PEACEKEEPING', '1999-10-25', '2002-05-20', true, 'S/RES/1272, 1410'],
  [
    'MONUC',
    'PEACEKEEPING',
    '1999-11-30',
    '2010-06-30',
    true,
    'S/RES/1291 gave the mandate, S/RES/1279 the name',
  ],
  ['UNMEE', 'PEACEKEEPING', '2000-07-31', '2008-07-31', true, 'S/RES/1312, 1827'],
  ['UNMISET', 'PEACEKEEPING', '2002-05-20', '2005-05-20', true, 'S/RES/1410, 1573'],
  ['MINUCI', 'SPECIAL_POLITICAL', '2003-05-13', '2004-04-04', true, 'S/RES/1479, 1528'],
  ['UNMIL', 'PEACEKEEPING', '2003-09-19', '2018-03-30', true, 'S/RES/1509, 2333'],
  ['UNOCI', 'PEACEKEEPING', '2004-04-04', '2017-06-30', true, 'S/RES/1528, 2284'],
  ['ONUB', 'PEACEKEEPING', '2004-06-01', '2006-12-31', true, 'S/RES/1545, 1692'],
  ['MINUSTAH', 'PEACEKEEPING', '2004-06-01', '2017-10-15', true, 'S/RES/1542, 2350'],
  ['UNMIS', 'PEACEKEEPING', '2005-03-24', '2011-07-09', true, 'S/RES/1590, 1997'],
  ['UNMIT', 'PEACEKEEPING', '2006-08-25', '2012-12-31', true, 'S/RES/1704, 2037'],
  ['UNMIN', 'SPECIAL_POLITICAL', '2007-01-23', '2011-01-15', true, 'S/RES/1740, 1939'],
  [
    'UNAMID',
    'PEACEKEEPING',
    '2007-07-31',
    '2020-12-31',
    true,
    'S/RES/1769, 2559; drawdown into 2022, so figures are still printed after it',
  ],
  ['MINURCAT', 'PEACEKEEPING', '2007-09-25', '2010-12-31', true, 'S/RES/1778, 1923'],
  ['UNSOA', 'SUPPORT', '2009-01-16', '2015-11-09', true, 'S/RES/1863, 2245'],
  ['UNSMIS', 'PEACEKEEPING', '2012-04-21', '2012-08-19', true, 'S/RES/2043, 2059'],
  [
    'MINUSMA',
    'PEACEKEEPING',
    '2013-04-25',
    '2023-12-31',
    true,
    'S/RES/2100; mandate ended 30 June 2023, withdrawal by 31 December, S/RES/2690',
  ],
  ['UNSOM', 'SPECIAL_POLITICAL', '2013-06-03', '2024-10-31', true, 'S/RES/2102, 2753'],
  ['UNMC', 'SPECIAL_POLITICAL', '2016-01-25', '2017-09-25', true, 'S/RES/2261, followed by UNVMC'],
  ['MINUJUSTH', 'PEACEKEEPING', '2017-10-16', '2019-10-15', true, 'S/RES/2350, 2466'],
  [
    'UNITAMS',
    'SPECIAL_POLITICAL',
    '2020-06-03',
    '2024-02-29',
    true,
    'S/RES/2524; ended by S/RES/2715 with wind-down to 29 February 2024',
  ],
] as const satisfies readonly Line[];

/** Code of a mission: a closed set. */
export type MissionCode = (typeof LINES)[number][0];

/** Current missions first, then closed ones by opening; at least all that the monthly reports of contributors name. */
export const MISSIONS: readonly (MissionRow & { readonly code: MissionCode })[] = LINES.map(
  ([code, kind, openedOn, closedOn, sourced, source]) => ({
    code,
    name: term('en', 'mission', code),
    kind,
    openedOn,
    closedOn,
    sourced,
    source,
  }),
);

export const isMissionCode = (value: string): value is MissionCode =>
  MISSIONS.some(({ code }) => code === value);
