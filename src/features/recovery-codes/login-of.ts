import { todayOf } from '../../domain/calendar/index.ts';
import { formatsFor } from '../../platform/i18n/index.ts';
import { customerCtx, type PageRequest } from '../../web/index.ts';

/** Whose codes a page shows, and from when: they may lie in a drawer for years. */
export function loginOf(request: PageRequest): { login: string; date: string } {
  const { actor, customer, language, now, timeZone } = customerCtx(request);
  const email = actor.kind === 'person' ? actor.email : '';
  const date = todayOf({ now, timeZone });
  return { login: `${email}, ${customer.number}`, date: formatsFor(language, timeZone).shortDate(date) };
}
