/** Links to a list as a file; the address goes along with the filter. */
export function SaveAs({ label, href }: { label: string; href: (format: 'csv' | 'xlsx') => string }) {
  return (
    <p class="save-as">
      {label}:{' '}
      <a href={href('xlsx')} aria-label={`${label}: Excel`}>
        Excel
      </a>{' '}
      <a href={href('csv')} aria-label={`${label}: CSV`}>
        CSV
      </a>
    </p>
  );
}
