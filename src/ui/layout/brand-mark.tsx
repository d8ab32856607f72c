/** An envelope on the water of the Spree, drawn in the carrier's colour. */
export function BrandMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="34" height="34" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path
        class="mark-line"
        d="M9 8h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2Zm-1.5 2.5L16 16l8.5-5.5"
      />
      <path class="mark-wave" d="M7 25c2.3-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0" />
    </svg>
  );
}
