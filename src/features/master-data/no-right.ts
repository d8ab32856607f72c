import type { Right } from '../../domain/rights.ts';
import { type PageRequest, rightName } from '../../web/index.ts';
import { words } from './words.ts';

/** Says to whoever may only look which right they would need to change something. */
export const noRightWords = ({ ctx: { language } }: PageRequest, right: Right): string =>
  words[language].noRight({ right: rightName(right, language) });
