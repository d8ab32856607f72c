import type { MaskedIban as View } from '../view.ts';

/** Dots for the eye; a screen reader would read them one by one, so it gets the same in words. */
export function MaskedIban({ iban }: { iban: View }) {
  return (
    <>
      <span class="num" aria-hidden="true">
        {iban.masked}
      </span>
      <span class="sr">{iban.spoken}</span>
    </>
  );
}
