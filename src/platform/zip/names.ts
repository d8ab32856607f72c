/** A name for each file that leads nowhere and comes only once: `Rechnung.pdf`, `Rechnung (2).pdf`. */
export function zipNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
    const safe = wanted.replaceAll(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_').replace(/^\.+/, '_') || '_';
    const [, stem = safe, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(safe) ?? [];
    let name = safe;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${ending}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
