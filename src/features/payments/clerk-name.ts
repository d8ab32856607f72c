import type { Ctx } from '../../platform/context.ts';

/** Who at the desk does it, as it is written down. */
export const clerkName = ({ actor }: Pick<Ctx, 'actor'>): string =>
  actor.kind === 'visitor' ? '' : actor.name;
