/** A value that a form carries along unseen. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

/** The answers of other steps that a form carries along, in their order. */
export function HiddenFields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      {fields.map(([name, value], at) => (
        <Hidden key={`${at} ${name}`} name={name} value={value} />
      ))}
    </>
  );
}
