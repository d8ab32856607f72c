/** What a line of an invoice charges, and what is to be said about it. */
export function NameWithRemarks({ name, remarks }: { name: string; remarks: readonly string[] }) {
  return (
    <span>
      {name}
      {remarks.map((remark) => (
        <span class="remark" key={remark}>
          {remark}
        </span>
      ))}
    </span>
  );
}
