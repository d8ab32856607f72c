import { parseArgs } from 'node:util';

export const FIGURES = [
  'placeOrder',
  'sameCapacity',
  'offers',
  'orderList',
  'orderListGrowth',
  'firstLoad',
  'memory',
  'start',
  'invoicePdf',
  'listWhileInvoicing',
  'invoiceRun',
  'documentListGrowth',
] as const;
export type FigureName = (typeof FIGURES)[number];

export interface Options {
  readonly json: boolean;
  readonly only: ReadonlySet<FigureName>;
  readonly rounds: number;
  /** Of one round of load. */
  readonly seconds: number;
  /** In the large table of `orderListGrowth`. */
  readonly orders: number;
  /** In the run of `invoiceRun`. */
  readonly invoices: number;
  /** Whether that run is killed in the middle. */
  readonly kill: boolean;
}

export const USAGE = `npm run bench -- [options]

  --only a,b      measure only these: ${FIGURES.join(', ')}
  --rounds N      rounds of each comparison (7)
  --seconds S     length of a round of load (2)
  --orders N      orders in the large table (1000000)
  --invoices N    invoices of the run (300)
  --kill          kills the program in the middle of that run and starts it again
  --json          print one JSON object instead of the table`;

/** Reads the command line; throws with a sentence when it cannot be understood. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: FIGURES.join(',') },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      orders: { type: 'string', default: '1000000' },
      invoices: { type: 'string', default: '300' },
      kill: { type: 'boolean', default: false },
    },
  });
  return {
    json: values.json,
    only: new Set(values.only.split(',').map((word) => figure(word.trim()))),
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    orders: positive('orders', values.orders),
    invoices: positive('invoices', values.invoices),
    kill: values.kill,
  };
}

function figure(word: string): FigureName {
  const known = FIGURES.find((name) => name === word);
  if (known) return known;
  throw new Error(`There is no figure "${word}".`);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new Error(`--${name} needs a number above zero.`);
}
