/**
 * Applies a filter as soon as it is changed, without reloading: asks for the page that the form leads to and
 * takes over the parts marked `data-live`. If anything is in the way, the form is sent as it would be anyway.
 */
export function filterInPlace(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const soon = (delay: number) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(form), delay);
    };
    form.addEventListener('input', (event) => soon(event.target instanceof HTMLSelectElement ? 0 : 400));
  }
}

let asked = 0;

async function show(form: HTMLFormElement): Promise<void> {
  asked += 1;
  const mine = asked;
  const address = addressOf(form);
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

/** The form's address, without the fields that were left empty. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') query.append(name, value);
  }
  // Not `form.action`, which would be a field of that name.
  const path = form.getAttribute('action') ?? location.pathname;
  return query.size > 0 ? `${path}?${query}` : path;
}

function takeOver(page: Document): void {
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
}
