import type { BasisPoints, Cents, UnitPrice } from '../../money.ts';
import { element } from '../../xml/element.ts';
import type { IsoDate } from '../invoice.ts';

/** 123456 becomes "1234.56". */
export const amountText = (cents: Cents): string => decimal(cents, 2);

/** A unit price with four places: 7125 becomes "0.7125". */
export const priceText = (price: UnitPrice): string => decimal(price, 4);

/** 1900 becomes "19.00". */
export const rateText = (rate: BasisPoints): string => decimal(rate, 2);

function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A day in the form of the format: 20261130, announced as format 102. */
export const dateElement = (name: string, day: IsoDate) =>
  element(name, element('udt:DateTimeString', day.replaceAll('-', ''), { format: '102' }));
