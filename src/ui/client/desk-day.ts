/*
 * The desk's day: keeps the page up to date while it is open, takes one step with many services in parts and shows how
 * far it is, and lets the keyboard walk over the rows. Without it the page is a form like any other.
 */
const form = () => document.querySelector<HTMLFormElement>('#day-form');
const isTyping = (element: Element | null) =>
  element instanceof HTMLInputElement ? element.type !== 'checkbox' : element?.matches('select, textarea');

keepUpToDate();
document.addEventListener('submit', sendInParts, { capture: true });
document.addEventListener('keydown', walk);

function keepUpToDate(): void {
  const mark = document.querySelector<HTMLElement>('[data-live-from]');
  if (!mark) return;
  mark.hidden = false;
  let isDue = false;
  const events = new EventSource(mark.dataset.liveFrom ?? '');
  const look = () => {
    // a page that nobody looks at, or in which somebody chooses just now, waits
    if (document.hidden || document.querySelector('dialog[open]')) isDue = true;
    else void refresh();
  };
  events.addEventListener('changed', look);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isDue) look();
    if (!document.hidden) isDue = false;
  });
  // without the connection a reload now and then has to do
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 60_000);
  });
}

/** Takes over what the page says now, and keeps ticks, typed words and the place of the keyboard. */
async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const kept = keep();
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
  kept();
}

function keep(): () => void {
  const ticks = new Set(ticked().map((box) => box.value));
  const typed = new Map<string, string>();
  for (const field of form()?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    '.step-bar input, .step-bar select',
  ) ?? []) {
    typed.set(field.name, field.value);
  }
  const focus = document.activeElement;
  const [name, value, id] = [focus?.getAttribute('name'), focus?.getAttribute('value'), focus?.id];
  return () => {
    for (const box of rows()) box.checked = ticks.has(box.value);
    for (const [field, text] of typed) {
      const control = form()?.elements.namedItem(field);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = text;
    }
    const again = id
      ? document.getElementById(id)
      : [...document.querySelectorAll<HTMLElement>(`[name="${name}"]`)].find(
          (element) => element.getAttribute('value') === value,
        );
    if (name || id) again?.focus({ preventScroll: true });
  };
}

const rows = () => [...document.querySelectorAll<HTMLInputElement>('input[data-row]')];
const ticked = () => rows().filter((box) => box.checked);

/** Fewer go in one piece, and the page is there at once. */
const MANY = 10;

/** Of many services some go at a time: so that one sees how far it is, and nothing is lost when it is interrupted. */
function sendInParts(event: SubmitEvent): void {
  const button = event.submitter;
  const bar = form()?.querySelector<HTMLElement>('[data-bulk]');
  if (event.target !== form() || !bar || !(button instanceof HTMLButtonElement)) return;
  const chosen = ticked();
  if (button.name !== 'schritt' || chosen.length <= MANY) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void sendAll(
    bar,
    button.value,
    chosen.map((box) => box.value),
  );
}

async function sendAll(bar: HTMLElement, step: string, ticks: readonly string[]): Promise<void> {
  const own = form();
  if (!own) return;
  const progress = document.createElement('progress');
  progress.max = ticks.length;
  progress.value = 0;
  progress.setAttribute('aria-label', bar.dataset.progressLabel ?? '');
  bar.append(progress);
  setBusy(bar, true);
  const problems: string[] = [];
  for (let at = 0; at < ticks.length; at += MANY) {
    const part = ticks.slice(at, at + MANY);
    problems.push(...(await sendPart(own, step, part)));
    progress.value = at + part.length;
  }
  setBusy(bar, false);
  await refresh();
  say(problems);
}

async function sendPart(own: HTMLFormElement, step: string, ticks: readonly string[]): Promise<string[]> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(own)) {
    if (typeof value === 'string' && name !== 'auftrag') body.append(name, value);
  }
  body.append('schritt', step);
  for (const tick of ticks) body.append('auftrag', tick);
  try {
    const answer = await fetch(own.getAttribute('action') ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
    const result: { refused?: string[]; problems?: string[] } = await answer.json();
    return [...(result.refused ?? []), ...(result.problems ?? [])];
  } catch {
    return ticks.map((tick) => `${tick.replace(/\.\d+$/, '')}: ?`);
  }
}

/** What was refused, above the list. */
function say(problems: readonly string[]): void {
  document.querySelector('[data-said]')?.remove();
  if (problems.length === 0) return;
  const list = document.createElement('ul');
  list.className = 'notice warn';
  list.dataset.said = '';
  list.setAttribute('role', 'alert');
  for (const problem of new Set(problems)) {
    const line = document.createElement('li');
    line.textContent = problem;
    list.append(line);
  }
  form()?.before(list);
}

function setBusy(bar: HTMLElement, isBusy: boolean): void {
  for (const button of bar.querySelectorAll('button')) button.disabled = isBusy;
}

/** J and K go down and up the rows, X ticks; in a field they are letters. */
function walk(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement)) return;
  const step = { j: 1, k: -1 }[event.key];
  const boxes = rows();
  const at = boxes.indexOf(document.activeElement as HTMLInputElement);
  if (step) boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
  if (event.key === 'x' && at >= 0) boxes[at]?.click();
}
