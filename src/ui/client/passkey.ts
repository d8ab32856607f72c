/*
 * Passkeys need a script: the browser makes and uses them only for one. Loaded on the pages that offer them. The
 * server marks each form with what it is for; here it appears where the browser can do it, asks for something to
 * sign, and is sent like any other form with what was signed in a field of it.
 */
for (const offer of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = offer.querySelector('form');
  if (form && isSupported()) show(offer, form);
}

/** Every browser since the spring of 2025; older ones sign in with the password. */
function isSupported(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

function show(offer: HTMLElement, form: HTMLFormElement): void {
  offer.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // not for the module that sends forms once: this one is sent when something has been signed
    event.stopPropagation();
    void send(offer, form);
  });
}

async function send(offer: HTMLElement, form: HTMLFormElement): Promise<void> {
  say(offer, '');
  setBusy(form, true);
  try {
    copyFields(form);
    const credential = await perform(offer, form);
    // undefined: the server would not let us, so let the form bring its answer
    if (credential) field(form, 'credential').value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    setBusy(form, false);
    say(offer, offer.dataset[reasonOf(error)] ?? '');
  }
}

async function perform(offer: HTMLElement, form: HTMLFormElement): Promise<PublicKeyCredential | undefined> {
  const answer = await fetch(offer.dataset.challenge ?? '', {
    method: 'POST',
    headers: { 'x-csrf-token': field(form, '_csrf').value },
  });
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('application/json')) return undefined;
  const options = await answer.json();
  const credential =
    offer.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (credential instanceof PublicKeyCredential) return credential;
  throw new Error('no passkey');
}

function reasonOf(error: unknown): 'cancelled' | 'known' | 'failed' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'known';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed';
}

/** Takes along what stands in a field of another form of the page. */
function copyFields(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-copy-from]')) {
    const source = document.getElementById(input.dataset.copyFrom ?? '');
    if (!(source instanceof HTMLInputElement)) continue;
    input.value = source.type === 'checkbox' && !source.checked ? '' : source.value;
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function say(offer: HTMLElement, words: string): void {
  const place = offer.querySelector<HTMLElement>('[data-passkey-says]');
  if (!place) return;
  place.textContent = words;
  place.hidden = words === '';
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll('button')) button.disabled = busy;
}

// Coming back with the back button shows the same document again: it has to work again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-passkey] form')) setBusy(form, false);
});
