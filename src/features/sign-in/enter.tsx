import type { SessionStage } from '../../platform/sessions/index.ts';
import { continueAs, frameOf, type PageRequest, page, redirect } from '../../web/index.ts';
import { carriedFields, type Onward, withOnward } from './onward.ts';
import { ResumePage } from './pages/resume-page.tsx';
import { SIGN_IN_STEPS } from './paths.ts';
import { enrolPage, passwordPage, secondStepPage } from './step-pages.tsx';

/** A session that has just begun, or come further. */
interface Entered {
  readonly token: string;
  readonly stage: SessionStage;
  /** Stays with the cookie, so that the sign-in page after the session's end speaks it too. */
  readonly language: PageRequest['ctx']['language'] | undefined;
}

/** On with the new token to where the person wanted to go, or to the step that is missing. */
export async function enter(request: PageRequest, session: Entered, onward: Onward): Promise<Response> {
  const { token, stage, language } = session;
  return goOn(await continueAs(request, { token, language }), stage, onward);
}

/** The same for a session that has its token. A form that was interrupted waits for a click. */
export async function goOn(request: PageRequest, stage: SessionStage, onward: Onward): Promise<Response> {
  if (onward.carried === '') {
    return redirect(request, stage === 'full' ? onward.address : withOnward(SIGN_IN_STEPS[stage], onward));
  }
  switch (stage) {
    case 'new-password':
      return passwordPage(request, onward);
    case 'second-factor':
      return secondStepPage(request, onward);
    case 'enrol':
      return enrolPage(request, onward);
    case 'full': {
      const fields = carriedFields(onward);
      return page(request, <ResumePage frame={frameOf(request)} address={onward.address} fields={fields} />);
    }
  }
}
