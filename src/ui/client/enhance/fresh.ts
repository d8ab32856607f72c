let asked = 0;

/**
 * Asks for the page of a form with what is filled in, and takes over the parts marked `data-live`. If anything is in the
 * way, the browser goes there.
 * @param path other than the one that the form leads to
 */
export async function showFresh(form: HTMLFormElement, path?: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const address = addressOf(form, path);
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    // Signed out meanwhile, or refused: let the browser go there and show it.
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Of two answers that overtake each other the one to the last question counts.
    if (mine !== asked) return;
    takeOver(page);
    history.replaceState(null, '', address);
  } catch {
    if (mine === asked) location.assign(address);
  }
}

/** The form's address, without the fields that were left empty and those that are no answers. */
function addressOf(form: HTMLFormElement, other?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '' && !name.startsWith('_')) query.append(name, value);
  }
  // Not `form.action`, which would be a field of that name.
  const path = other ?? form.getAttribute('action') ?? location.pathname;
  return query.size > 0 ? `${path}?${query}` : path;
}

function takeOver(page: Document): void {
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
}
