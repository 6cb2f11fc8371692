import type { FindingArea } from '#reference/data/areas.js';

/** What visits of the usual lives find, ask for and are answered; all invented. */
interface Remark {
  readonly area: FindingArea;
  readonly statement: string;
  readonly answer: string;
}

const remark = (area: FindingArea, statement: string, answer: string): Remark => ({
  area,
  statement,
  answer,
});

export const FINDINGS: readonly [Remark, ...Remark[]] = [
  remark(
    'TRAINING',
    'A third of the drivers had no licence for the vehicles pledged.',
    'All drivers were examined.',
  ),
  remark(
    'CONTINGENT_OWNED_EQUIPMENT',
    'Generators could not carry the load of the camp.',
    'Two more were bought.',
  ),
  remark('MEDICAL', 'The ambulances lacked oxygen.', 'Oxygen was supplied and entered in the list.'),
  remark(
    'ENGINEERING',
    'No spare parts were held for the earth-moving machines.',
    'A stock for six months is held.',
  ),
  remark(
    'INFORMATION_AND_COMMUNICATIONS_TECHNOLOGY',
    'HF radios reached no further than the range.',
    'Antennas were renewed.',
  ),
  remark(
    'MOVEMENT_CONTROL',
    'Dangerous goods were packed with other loads.',
    'Loads were packed anew and photographed.',
  ),
  remark(
    'CONDUCT_AND_DISCIPLINE',
    'No focal point for conduct was named.',
    'Two focal points were named by post.',
  ),
  remark('GENERAL', 'Command posts stood empty for months.', 'All posts are filled; the list is enclosed.'),
];

export const RECOMMENDATIONS: readonly [Remark, ...Remark[]] = [
  remark('GENDER', 'Open the key posts of the unit to women.', 'Three posts were opened.'),
  remark('MEDICAL', 'Show the vaccination records of all ranks.', 'The records are enclosed.'),
  remark('TRAINING', 'Train a second crew for each vehicle.', 'Second crews hold their certificates.'),
  remark('MOVEMENT_CONTROL', 'Name the port of embarkation.', 'The port is named in the load list.'),
  remark('HUMAN_RIGHTS', 'Brief all ranks on the protection of civilians.', 'All ranks were briefed.'),
  remark('GENERAL', 'Keep the equipment that is pledged at one place.', 'One depot holds all of it.'),
];

export const CAVEATS: readonly [string, ...string[]] = [
  'No movement by night without escort.',
  'Not to be used outside the sector for which it is selected.',
  'No tasks of crowd control.',
  'National approval is asked for before a change of sector.',
];

export const ACTIONS: readonly [string, ...string[]] = [
  'Bring the serviceability of vehicles to nine in ten.',
  'Repeat the training in the rules of engagement.',
  'Fill the posts of the operations room.',
  'Hold a reserve of spare parts for three months.',
  'Renew the first-aid training of all ranks.',
];

export const WITHDRAWALS: readonly [string, ...string[]] = [
  'The unit is needed at home.',
  'The unit is being reorganized.',
  'Another unit will be pledged in its place.',
];

export const MISSIONS: readonly [string, ...string[]] = ['MINUSCA', 'UNMISS', 'MONUSCO', 'UNIFIL', 'UNISFA'];

type Review = readonly [conclusion: 'NO_CHANGE' | 'CHANGE_NEEDED', reason: string];

/** What a review of a pledge against a newer version of its statement of requirements concludes. */
export const REVIEWS: readonly [Review, ...Review[]] = [
  ['NO_CHANGE', 'What is offered covers the newer version as well.'],
  ['CHANGE_NEEDED', 'The newer version asks for more vehicles than are offered.'],
  ['CHANGE_NEEDED', 'The strength that is asked for has risen.'],
];
