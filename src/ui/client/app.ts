/*
 * Comfort for those who have JavaScript; every page works without it. Each module looks for its own marks in
 * the document and does nothing where there are none.
 */
import { showTotals } from './enhance/basket-total.ts';
import { showForChoice } from './enhance/choice.ts';
import { countDown } from './enhance/countdown.ts';
import { filterInPlace } from './enhance/filter.ts';
import { focusErrors } from './enhance/focus-errors.ts';
import { submitOnce } from './enhance/once.ts';
import { showPasswordStrength } from './enhance/password-strength.ts';
import { addSteppers } from './enhance/stepper.ts';

focusErrors();
submitOnce();
addSteppers();
showTotals();
countDown();
filterInPlace();
showForChoice();
showPasswordStrength();
