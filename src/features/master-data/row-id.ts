import { refuse } from '../../domain/refusal.ts';
import type { PageRequest } from '../../web/index.ts';
import { RowId } from './schemas.ts';

/** The id in the address of the page. Refuses with `not-found` when it cannot be one. */
export function rowIdOf(request: PageRequest): number {
  const parsed = RowId.safeParse(request.params);
  return parsed.success ? parsed.data.id : refuse({ code: 'not-found' });
}
