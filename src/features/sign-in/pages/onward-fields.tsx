import { Hidden } from '../../../ui/index.ts';
import { ADDRESS_FIELD, CARRIED_FIELD, type Onward } from '../onward.ts';

/** Takes along, through signing in and choosing a password, what somebody was about to do. */
export function OnwardFields({ onward }: { onward: Onward }) {
  return (
    <>
      {onward.address !== '/' && <Hidden name={ADDRESS_FIELD} value={onward.address} />}
      {onward.carried !== '' && <Hidden name={CARRIED_FIELD} value={onward.carried} />}
    </>
  );
}
