import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { type Route, statusOf } from '../../web/index.ts';

/** The codes with which a call may be refused, by status, the lowest first. */
export function refusalsOf(route: Route): ReadonlyMap<number, readonly RefusalCode[]> {
  const codes = new Set<RefusalCode>([
    ...byAccess(route),
    ...(route.api?.input ? (['invalid', 'too-large'] as const) : []),
    ...(route.api?.query ? (['invalid'] as const) : []),
    ...(route.api?.params ? (['not-found'] as const) : []),
    ...(route.api?.idempotent ? (['invalid', 'key-reused'] as const) : []),
    ...(route.api?.refusals ?? []),
  ]);
  const grouped = Map.groupBy(codes, (code) => statusOf({ code } as Refusal));
  return new Map([...grouped].sort(([a], [b]) => a - b));
}

function byAccess({ access, confirm }: Route): readonly RefusalCode[] {
  if (access === 'public') return [];
  if (access === 'demo') return ['not-found'];
  const signedIn: RefusalCode[] = ['not-signed-in', ...UNFINISHED];
  if (confirm) signedIn.push('confirmation-required');
  if (access === 'admin') return [...signedIn, 'admin-only'];
  return access === 'signed-in' ? signedIn : [...signedIn, 'forbidden'];
}

/** Of somebody in the middle of signing in. */
const UNFINISHED: readonly RefusalCode[] = [
  'password-change-required',
  'second-factor-required',
  'enrolment-required',
];
