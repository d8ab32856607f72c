import { orderHref } from '../orders/index.ts';

/** What a firm can do about a service that did not happen. */
export const CHOICES = ['heute', 'morgen', 'einlieferung'] as const;

export type Choice = (typeof CHOICES)[number];

/** Mail that was not picked up can be brought; goods that were not delivered cannot. */
export const choicesFor = (serviceCode: string): readonly Choice[] =>
  serviceCode.startsWith('PICKUP') ? CHOICES : ['heute', 'morgen'];

/** Where the choices for an order stand; with one of them, where that one is taken at once if it can be. */
export const rebookHref = (number: string, choice?: Choice) =>
  `${orderHref(number)}/ersatz${choice ? `?wunsch=${choice}` : ''}`;
