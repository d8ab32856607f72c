import type { Decision, OrderStatus } from '../domain/orders/index.ts';
import type { FieldProblem, Refusal, RefusalCode } from '../domain/refusal.ts';
import type { Right } from '../domain/rights.ts';
import type { StaffRole } from '../domain/staff-roles.ts';
import type { Formats, Language } from '../platform/i18n/index.ts';

/** A refusal in words for people: `title` says what, `text` what to do about it. */
export interface RefusalWords {
  readonly title: string;
  readonly text: string;
}

type Of<Code extends RefusalCode> = Extract<Refusal, { code: Code }>;

interface Entry<Code extends RefusalCode> {
  readonly status: number;
  readonly de: (refusal: Of<Code>, formats: Formats) => RefusalWords;
  readonly en: (refusal: Of<Code>, formats: Formats) => RefusalWords;
}

const STATUS_DE: Readonly<Record<OrderStatus, string>> = {
  'awaiting-approval': 'noch nicht freigegeben',
  declined: 'vom Kunden nicht freigegeben',
  expired: 'nicht rechtzeitig freigegeben',
  placed: 'offen',
  completed: 'ausgeführt',
  cancelled: 'storniert',
  failed: 'als nicht ausgeführt vermerkt',
};
const STATUS_EN: Readonly<Record<OrderStatus, string>> = {
  'awaiting-approval': 'not approved yet',
  declined: 'not approved by the customer',
  expired: 'not approved in time',
  placed: 'open',
  completed: 'carried out',
  cancelled: 'cancelled',
  failed: 'noted as not carried out',
};

const DECIDED_DE: Readonly<Record<Decision, string>> = {
  approved: 'Der Auftrag ist freigegeben oder brauchte keine Freigabe.',
  declined: 'Der Auftrag wurde nicht freigegeben. Er wird nicht ausgeführt und nicht berechnet.',
  expired: 'Der Auftrag wurde nicht rechtzeitig freigegeben. Er wird nicht ausgeführt und nicht berechnet.',
};
const DECIDED_EN: Readonly<Record<Decision, string>> = {
  approved: 'The order is approved or needed no approval.',
  declined: 'The order was not approved. It is not carried out and not charged.',
  expired: 'The order was not approved in time. It is not carried out and not charged.',
};

/** The one table of refusals: its status for browsers and API, its words. A code without an entry does not compile. */
const REFUSALS: { readonly [Code in RefusalCode]: Entry<Code> } = {
  invalid: {
    status: 422,
    de: () => ({ title: 'Bitte prüfen Sie Ihre Eingaben', text: 'Einige Angaben fehlen oder passen nicht.' }),
    en: () => ({ title: 'Please check your entries', text: 'Some details are missing or do not fit.' }),
  },
  forbidden: {
    status: 403,
    de: ({ right }) => ({
      title: 'Dafür fehlt Ihnen ein Recht',
      text: `Nötig ist das Recht „${rightName(right, 'de')}“. Wenden Sie sich an die Personen mit Administratorrechten in Ihrer Firma.`,
    }),
    en: ({ right }) => ({
      title: 'You lack a right for this',
      text: `You need the right “${rightName(right, 'en')}”. Please ask the administrators of your company.`,
    }),
  },
  'admin-only': {
    status: 403,
    de: () => ({
      title: 'Das dürfen nur Administratoren',
      text: 'Wenden Sie sich an die Personen mit Administratorrechten in Ihrer Firma.',
    }),
    en: () => ({
      title: 'Only administrators may do this',
      text: 'Please ask the administrators of your company.',
    }),
  },
  'staff-role-required': {
    status: 403,
    de: ({ role }) => ({
      title: 'Dafür fehlt Ihnen eine Rolle',
      text: `Nötig ist die Rolle „${staffRoleName(role, 'de')}“. Wenden Sie sich an die Administration des Portals.`,
    }),
    en: ({ role }) => ({
      title: 'You lack a role for this',
      text: `You need the role “${staffRoleName(role, 'en')}”. Please ask those who administer the portal.`,
    }),
  },
  'view-only': {
    status: 403,
    de: () => ({
      title: 'In der Ansicht wie der Kunde nicht möglich',
      text: 'Sie sehen die Seiten dieser Firma nur an. Absenden, Ändern und was einer einzelnen Person gehört, ist gesperrt.',
    }),
    en: () => ({
      title: 'Not possible while seeing it like the customer',
      text: 'You only look at the pages of this company. Sending, changing and what belongs to a single person is blocked.',
    }),
  },
  stale: {
    status: 409,
    de: () => ({
      title: 'Jemand war schneller',
      text: 'Der Eintrag wurde inzwischen geändert. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie dann.',
    }),
    en: () => ({
      title: 'Somebody was faster',
      text: 'The entry has been changed meanwhile. Please look at the new state and then decide.',
    }),
  },
  'default-billing-needed': {
    status: 409,
    de: () => ({
      title: 'Eine Rechnungsanschrift muss bleiben',
      text: 'Bitte bestimmen Sie zuerst eine andere Anschrift zur Standard-Rechnungsanschrift.',
    }),
    en: () => ({
      title: 'A billing address has to remain',
      text: 'Please choose another address as your default billing address first.',
    }),
  },
  'request-pending': {
    status: 409,
    de: () => ({
      title: 'Das ist schon beantragt',
      text: 'Der Antrag wird noch bearbeitet. Ändern lässt er sich, indem Sie ihn zurückziehen und neu stellen.',
    }),
    en: () => ({
      title: 'This has been requested already',
      text: 'The request is still being dealt with. To change it, withdraw it and make a new one.',
    }),
  },
  'limit-reached': {
    status: 409,
    de: ({ limit }, formats) => ({
      title: 'Mehr passen nicht in die Liste',
      text: `Möglich sind höchstens ${formats.number(limit)} Einträge. Bitte entfernen Sie zuerst, was Sie nicht mehr brauchen.`,
    }),
    en: ({ limit }, formats) => ({
      title: 'The list is full',
      text: `There can be at most ${formats.number(limit)} entries. Please remove what you no longer need first.`,
    }),
  },
  'confirmation-required': {
    status: 403,
    de: () => ({
      title: 'Bitte bestätigen Sie, dass Sie es sind',
      text: 'Für diesen Schritt fragen wir noch einmal nach Ihrem Passwort.',
    }),
    en: () => ({
      title: 'Please confirm that it is you',
      text: 'For this step we ask for your password again.',
    }),
  },
  'not-found': {
    status: 404,
    de: () => ({
      title: 'Das haben wir nicht gefunden',
      text: 'Die Adresse ist falsch, oder der Eintrag gehört nicht zu Ihrer Kundennummer.',
    }),
    en: () => ({
      title: 'We could not find this',
      text: 'The address is wrong, or the entry does not belong to your customer number.',
    }),
  },
  'not-signed-in': {
    status: 401,
    de: () => ({
      title: 'Bitte melden Sie sich an',
      text: 'Ihre Sitzung ist beendet oder hat noch nicht begonnen.',
    }),
    en: () => ({ title: 'Please sign in', text: 'Your session has ended or has not begun yet.' }),
  },
  'wrong-credentials': {
    status: 422,
    de: () => ({
      title: 'Die Anmeldung ist nicht möglich',
      text: 'Kundennummer, E-Mail-Adresse und Passwort passen nicht zusammen.',
    }),
    en: () => ({
      title: 'You could not be signed in',
      text: 'Customer number, e-mail address and password do not belong together.',
    }),
  },
  'wrong-staff-credentials': {
    status: 422,
    de: () => ({
      title: 'Die Anmeldung ist nicht möglich',
      text: 'E-Mail-Adresse und Passwort passen nicht zusammen.',
    }),
    en: () => ({
      title: 'You could not be signed in',
      text: 'E-mail address and password do not belong together.',
    }),
  },
  'link-expired': {
    status: 410,
    de: () => ({
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde schon benutzt, zurückgezogen oder ist abgelaufen. Nehmen Sie den Link aus der neuesten E-Mail, oder bitten Sie um eine neue.',
    }),
    en: () => ({
      title: 'This link is no longer valid',
      text: 'It has been used, withdrawn or has expired. Use the link in the latest e-mail, or ask for a new one.',
    }),
  },
  'account-exists': {
    status: 409,
    de: () => ({
      title: 'Sie haben schon ein Konto',
      text: 'Bestätigen Sie bitte mit dem Passwort, mit dem Sie sich sonst anmelden.',
    }),
    en: () => ({
      title: 'You have an account already',
      text: 'Please confirm with the password that you usually sign in with.',
    }),
  },
  'last-staff-admin': {
    status: 409,
    de: () => ({
      title: 'Das ist der letzte Zugang mit der Rolle Verwaltung',
      text: 'Geben Sie diese Rolle zuerst jemand anderem.',
    }),
    en: () => ({
      title: 'This is the last account with the role Administration',
      text: 'Please give that role to somebody else first.',
    }),
  },
  'last-admin': {
    status: 409,
    de: () => ({
      title: 'Ihre Firma braucht jemanden mit Administratorrechten',
      text: 'Das ist die letzte Person damit. Geben Sie zuerst jemand anderem Administratorrechte.',
    }),
    en: () => ({
      title: 'Your company needs an administrator',
      text: 'This is the last one. Please make somebody else an administrator first.',
    }),
  },
  'second-clerk-required': {
    status: 409,
    de: () => ({
      title: 'Hier muss jemand anderes zustimmen',
      text: 'Vorschlagen und zustimmen dürfen nicht dieselbe Person sein.',
    }),
    en: () => ({
      title: 'Somebody else has to agree here',
      text: 'Proposing and agreeing must not be done by the same person.',
    }),
  },
  'too-many-attempts': {
    status: 429,
    de: ({ retryAfterSeconds }) => ({
      title: 'Zu viele Versuche',
      text: `Bitte versuchen Sie es in ${Math.ceil(retryAfterSeconds / 60)} Min. noch einmal.`,
    }),
    en: ({ retryAfterSeconds }) => ({
      title: 'Too many attempts',
      text: `Please try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
    }),
  },
  'password-change-required': {
    status: 403,
    de: () => ({
      title: 'Bitte vergeben Sie ein neues Passwort',
      text: 'Sie haben sich mit einem einmaligen Passwort angemeldet.',
    }),
    en: () => ({
      title: 'Please choose a new password',
      text: 'You signed in with a one-time password.',
    }),
  },
  'second-factor-required': {
    status: 403,
    de: () => ({
      title: 'Ein Schritt fehlt noch',
      text: 'Zu Ihrem Passwort gehört der zweite Faktor: der Code aus Ihrer App oder Ihr Passkey.',
    }),
    en: () => ({
      title: 'One step is missing',
      text: 'Your second factor goes with your password: the code from your app, or your passkey.',
    }),
  },
  'enrolment-required': {
    status: 403,
    de: () => ({
      title: 'Bitte richten Sie einen zweiten Faktor ein',
      text: 'Ihre Firma verlangt ihn von allen, die für sie handeln.',
    }),
    en: () => ({
      title: 'Please set up a second factor',
      text: 'Your company asks everybody who acts for it for one.',
    }),
  },
  'last-second-factor': {
    status: 409,
    de: () => ({
      title: 'Das ist Ihr letzter zweiter Faktor',
      text: 'Ihre Firma verlangt einen. Richten Sie erst einen anderen ein, dann können Sie diesen entfernen.',
    }),
    en: () => ({
      title: 'This is your last second factor',
      text: 'Your company asks for one. Set up another one first, then you can remove this one.',
    }),
  },
  'passkey-refused': {
    status: 422,
    de: () => ({
      title: 'Der Passkey wurde nicht angenommen',
      text: 'Er gehört nicht zu diesem Zugang, oder es hat zu lange gedauert. Bitte versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.',
    }),
    en: () => ({
      title: 'The passkey was not accepted',
      text: 'It does not belong to this login, or it took too long. Please try again, or use your password.',
    }),
  },
  'past-deadline': {
    status: 409,
    de: ({ deadline }, formats) => ({
      title: 'Die Frist ist abgelaufen',
      text: `Stornieren war bis ${formats.dateTime(deadline)} möglich. Der Auftrag bleibt bestehen und wird berechnet.`,
    }),
    en: ({ deadline }, formats) => ({
      title: 'The deadline has passed',
      text: `You could cancel until ${formats.dateTime(deadline)}. The order stands and will be charged.`,
    }),
  },
  'past-change-deadline': {
    status: 409,
    de: ({ deadline }, formats) => ({
      title: 'Ändern ist nicht mehr möglich',
      text: `Ändern war bis ${formats.dateTime(deadline)} möglich. Der Auftrag bleibt, wie er ist.`,
    }),
    en: ({ deadline }, formats) => ({
      title: 'It can no longer be changed',
      text: `You could change it until ${formats.dateTime(deadline)}. The order stays as it is.`,
    }),
  },
  'final-when-placed': {
    status: 409,
    de: () => ({
      title: 'Dieser Auftrag ist verbindlich',
      text: 'Briefmarken, Label und Expressabholungen bearbeiten wir sofort. Ändern und Stornieren ist im Portal nicht möglich.',
    }),
    en: () => ({
      title: 'This order is final',
      text: 'We process stamps, labels and express pickups at once. They can be neither changed nor cancelled in the portal.',
    }),
  },
  'already-cancelled': {
    status: 409,
    de: ({ at }, formats) => ({
      title: 'Der Auftrag ist bereits storniert',
      text: `Er wurde am ${formats.dateTime(at)} storniert.`,
    }),
    en: ({ at }, formats) => ({
      title: 'The order is cancelled already',
      text: `It was cancelled on ${formats.dateTime(at)}.`,
    }),
  },
  'courier-assigned': {
    status: 409,
    de: () => ({
      title: 'Ein Fahrer ist zugeteilt',
      text: 'Er hat sich auf den Weg gemacht. Ändern ist nicht mehr möglich; was noch möglich ist, steht auf der Seite der Fahrt.',
    }),
    en: () => ({
      title: 'A rider is assigned',
      text: 'They have set out. The ride can no longer be changed; its page says what is still possible.',
    }),
  },
  'awaiting-approval': {
    status: 409,
    de: () => ({
      title: 'Der Auftrag wartet auf Freigabe',
      text: 'Solange er wartet, lässt er sich nicht ändern. Sie können ihn stornieren und neu bestellen.',
    }),
    en: () => ({
      title: 'The order waits for approval',
      text: 'While it waits it cannot be changed. You can cancel it and order anew.',
    }),
  },
  'already-decided': {
    status: 409,
    de: ({ decision }) => ({
      title: 'Darüber ist schon entschieden',
      text: DECIDED_DE[decision],
    }),
    en: ({ decision }) => ({ title: 'This has been decided already', text: DECIDED_EN[decision] }),
  },
  'past-approval-deadline': {
    status: 409,
    de: ({ deadline }, formats) => ({
      title: 'Die Frist für die Freigabe ist abgelaufen',
      text: `Freigeben war bis ${formats.dateTime(deadline)} möglich, so lange wie dieser Termin bestellt werden konnte. Der Auftrag wird nicht ausgeführt und nicht berechnet.`,
    }),
    en: ({ deadline }, formats) => ({
      title: 'The deadline for approval has passed',
      text: `You could approve until ${formats.dateTime(deadline)}, as long as this date could be ordered. The order is not carried out and not charged.`,
    }),
  },
  'own-order': {
    status: 403,
    de: () => ({
      title: 'Das ist Ihr eigener Auftrag',
      text: 'In Ihrer Firma entscheidet über ihn jemand anderes, der Aufträge freigeben darf. Sie können ihn zurückziehen.',
    }),
    en: () => ({
      title: 'This is your own order',
      text: 'In your company somebody else who may approve orders decides about it. You can withdraw it.',
    }),
  },
  'approval-required': {
    status: 409,
    de: () => ({
      title: 'Das braucht eine Freigabe',
      text: 'Nach der Regel Ihrer Firma müsste erst jemand zustimmen, und darauf kann es nicht warten. Eine Änderung bestellen Sie als neuen Auftrag; eine Regelabholung und eine Fahrt sofort bucht, wer keine Freigabe braucht.',
    }),
    en: () => ({
      title: 'This needs approval',
      text: 'By the rule of your company somebody would have to agree first, and this cannot wait for it. Order a change as a new order; a standing pickup and a ride at once are booked by somebody who needs no approval.',
    }),
  },
  'courier-underway': {
    status: 409,
    de: () => ({
      title: 'Der Kurier ist schon unterwegs',
      text: 'Die Sendung ist abgeholt oder die Fahrt beendet. Ändern und Stornieren ist nicht mehr möglich.',
    }),
    en: () => ({
      title: 'The courier is on the way already',
      text: 'The consignment has been picked up, or the ride has ended. It can no longer be changed or cancelled.',
    }),
  },
  'slot-full': {
    status: 409,
    de: () => ({
      title: 'Dieses Zeitfenster ist gerade ausgebucht worden',
      text: 'Bitte wählen Sie ein anderes. Ihre übrigen Angaben sind noch da.',
    }),
    en: () => ({
      title: 'This time window has just been taken',
      text: 'Please choose another one. Your other details are still here.',
    }),
  },
  'slot-not-offered': {
    status: 409,
    de: () => ({
      title: 'Dieser Termin ist nicht mehr buchbar',
      text: 'Der Bestellschluss ist vorbei, oder an diesem Tag wird nicht gefahren. Bitte wählen Sie einen anderen Termin.',
    }),
    en: () => ({
      title: 'This date can no longer be booked',
      text: 'The order deadline has passed, or there is no service on that day. Please choose another date.',
    }),
  },
  'not-yet-due': {
    status: 409,
    de: ({ date }, formats) => ({
      title: 'Dafür ist es zu früh',
      text: `Der Auftrag ist erst am ${formats.date(date)} an der Reihe.`,
    }),
    en: ({ date }, formats) => ({
      title: 'It is too early for this',
      text: `The order is not due before ${formats.date(date)}.`,
    }),
  },
  'step-impossible': {
    status: 409,
    de: ({ status }) => ({ title: 'Das geht jetzt nicht', text: `Der Auftrag ist ${STATUS_DE[status]}.` }),
    en: ({ status }) => ({ title: 'This is not possible now', text: `The order is ${STATUS_EN[status]}.` }),
  },
  'step-taken': {
    status: 409,
    de: ({ by, at, status }, formats) => ({
      title: 'Jemand war schneller',
      text: `${by} hat den Auftrag bearbeitet (${formats.dateTime(at)}); er ist jetzt ${STATUS_DE[status]}.`,
    }),
    en: ({ by, at, status }, formats) => ({
      title: 'Somebody was faster',
      text: `${by} has worked on the order (${formats.dateTime(at)}); it is ${STATUS_EN[status]} now.`,
    }),
  },
  'count-first': {
    status: 409,
    de: () => ({
      title: 'Eine Einlieferung wird gezählt',
      text: 'Bitte nehmen Sie sie unter „Einlieferungen“ mit dem Code der Liste an.',
    }),
    en: () => ({
      title: 'A drop-off is counted',
      text: 'Please accept it under “Drop-offs” with the code of its manifest.',
    }),
  },
  'ride-by-steps': {
    status: 409,
    de: () => ({
      title: 'Eine Kurierfahrt hat eigene Schritte',
      text: 'Bitte öffnen Sie den Auftrag und tragen Sie dort Fahrer, Abholung und Zustellung ein.',
    }),
    en: () => ({
      title: 'A courier ride has steps of its own',
      text: 'Please open the order and enter rider, pickup and delivery there.',
    }),
  },
  'receipt-issued': {
    status: 409,
    de: ({ number }) => ({
      title: 'Der Beleg ist schon ausgestellt',
      text: `Die Einlieferung ist angenommen, der Beleg ist ${number}. Er bleibt, wie er ist.`,
    }),
    en: ({ number }) => ({
      title: 'The receipt has been issued already',
      text: `The drop-off is accepted, the receipt is ${number}. It stays as it is.`,
    }),
  },
  'undo-too-late': {
    status: 409,
    de: () => ({
      title: 'Das lässt sich nicht mehr zurücknehmen',
      text: 'Möglich ist das nur am selben Tag. Bitte wenden Sie sich an die Abrechnung.',
    }),
    en: () => ({
      title: 'This can no longer be taken back',
      text: 'It is possible on the same day only. Please turn to the billing desk.',
    }),
  },
  'order-invoiced': {
    status: 409,
    de: () => ({
      title: 'Dieser Auftrag ist schon berechnet',
      text: 'Er steht auf einer Rechnung. Bitte korrigieren Sie die Rechnung.',
    }),
    en: () => ({
      title: 'This order is on an invoice',
      text: 'It has been charged. Please correct the invoice.',
    }),
  },
  'volume-invoiced': {
    status: 409,
    de: () => ({
      title: 'Diese Menge ist schon berechnet',
      text: 'Sie steht auf einer Rechnung und bleibt, wie sie ist. Bitte korrigieren Sie die Rechnung.',
    }),
    en: () => ({
      title: 'This volume is on an invoice',
      text: 'It has been charged and stays as it is. Please correct the invoice.',
    }),
  },
  'plan-ended': {
    status: 409,
    de: () => ({
      title: 'Diese Regelabholung ist beendet',
      text: 'An ihr lässt sich nichts mehr ändern. Richten Sie bei Bedarf eine neue ein.',
    }),
    en: () => ({
      title: 'This standing pickup has ended',
      text: 'Nothing about it can be changed any more. Set up a new one if you need it.',
    }),
  },
  'mandate-ended': {
    status: 409,
    de: ({ at }, formats) => ({
      title: 'Dieses Mandat gilt nicht mehr',
      text: `Es ist seit dem ${formats.dateTime(at)} beendet.`,
    }),
    en: ({ at }, formats) => ({
      title: 'This mandate is no longer valid',
      text: `It ended on ${formats.dateTime(at)}.`,
    }),
  },
  'run-in-progress': {
    status: 409,
    de: () => ({
      title: 'Es läuft schon eine Abrechnung',
      text: 'Erst wenn sie fertig ist, kann die nächste beginnen. Unter „Rechnungen“ steht, wie weit sie ist.',
    }),
    en: () => ({
      title: 'A run is at work already',
      text: 'The next one can begin when it has finished. “Invoices” shows how far it has come.',
    }),
  },
  'nothing-to-invoice': {
    status: 409,
    de: () => ({
      title: 'Es gibt nichts abzurechnen',
      text: 'Für diesen Monat hat keine Firma offene Leistungen, oder alle wurden ausgenommen.',
    }),
    en: () => ({
      title: 'There is nothing to invoice',
      text: 'No customer has open services for this month, or all of them were left out.',
    }),
  },
  'no-account': {
    status: 409,
    de: () => ({
      title: 'Es ist kein Bankkonto hinterlegt',
      text: 'Ohne das eigene Konto kann keine Rechnung sagen, wohin zu zahlen ist. Es steht in den Daten des Unternehmens.',
    }),
    en: () => ({
      title: 'There is no bank account on file',
      text: 'Without the carrier’s account no invoice can say where to pay. It belongs to the data of the carrier.',
    }),
  },
  'nothing-left': {
    status: 409,
    de: () => ({
      title: 'Davon ist nichts mehr übrig',
      text: 'Diese Rechnung wurde schon vollständig zurückgenommen.',
    }),
    en: () => ({
      title: 'Nothing is left of it',
      text: 'This invoice has been taken back as a whole already.',
    }),
  },
  'nothing-to-debit': {
    status: 409,
    de: () => ({
      title: 'Es gibt nichts einzuziehen',
      text: 'Keine Rechnung wird bald fällig, für die ein Mandat dieser Art gilt, oder alle stehen schon in einer Datei.',
    }),
    en: () => ({
      title: 'There is nothing to collect',
      text: 'No invoice is due soon with a mandate of this kind in force, or all of them are in a file already.',
    }),
  },
  'nothing-overdue': {
    status: 409,
    de: () => ({
      title: 'Es ist nichts überfällig',
      text: 'Diese Firma hat keine Rechnung offen, die lange genug fällig ist und nicht eingezogen wird.',
    }),
    en: () => ({
      title: 'Nothing is overdue',
      text: 'This customer has no open invoice that has been due for long enough and is not being collected.',
    }),
  },
  'key-reused': {
    status: 409,
    de: () => ({
      title: 'Dieses Formular wurde schon abgeschickt',
      text: 'Mit anderen Angaben, als Sie jetzt senden. Bitte beginnen Sie neu; der erste Auftrag steht unter „Aufträge“.',
    }),
    en: () => ({
      title: 'This form has been sent already',
      text: 'With other details than you send now. Please start again; the first order is listed under “Orders”.',
    }),
  },
  forged: {
    status: 403,
    de: () => ({
      title: 'Das Formular ist nicht mehr gültig',
      text: 'Bitte laden Sie die Seite neu und senden Sie das Formular noch einmal.',
    }),
    en: () => ({
      title: 'The form is no longer valid',
      text: 'Please reload the page and send the form again.',
    }),
  },
  'too-large': {
    status: 413,
    de: () => ({ title: 'Das ist zu viel auf einmal', text: 'Die gesendeten Angaben sind zu umfangreich.' }),
    en: () => ({ title: 'This is too much at once', text: 'What you sent is too large.' }),
  },
  'too-many-rows': {
    status: 422,
    de: ({ limit }, formats) => ({
      title: 'Das sind zu viele für eine Datei',
      text: `Eine Datei fasst höchstens ${formats.number(limit)} Zeilen. Bitte grenzen Sie den Zeitraum ein und laden Sie mehrere.`,
    }),
    en: ({ limit }, formats) => ({
      title: 'These are too many for one file',
      text: `A file holds at most ${formats.number(limit)} rows. Please narrow the period and download several.`,
    }),
  },
  busy: {
    status: 503,
    de: () => ({
      title: 'Gerade ist viel los',
      text: 'Bitte versuchen Sie es in einer Minute noch einmal.',
    }),
    en: () => ({ title: 'We are very busy', text: 'Please try again in a minute.' }),
  },
};

export const statusOf = (refusal: Refusal): number => REFUSALS[refusal.code].status;

export function wordsFor(refusal: Refusal, formats: Formats): RefusalWords {
  const entry = REFUSALS[refusal.code] as Entry<RefusalCode>;
  return entry[formats.language](refusal as never, formats);
}

const PROBLEMS: {
  readonly [P in FieldProblem['problem']]: Record<Language, (limit: number | undefined) => string>;
} = {
  required: { de: () => 'Bitte ausfüllen', en: () => 'Please fill in' },
  'too-long': { de: (limit) => `Höchstens ${limit} Zeichen`, en: (limit) => `At most ${limit} characters` },
  'too-short': {
    de: (limit) => `Mindestens ${limit} Zeichen`,
    en: (limit) => `At least ${limit} characters`,
  },
  'too-small': { de: (limit) => `Mindestens ${limit}`, en: (limit) => `At least ${limit}` },
  'too-large': { de: (limit) => `Höchstens ${limit}`, en: (limit) => `At most ${limit}` },
  'not-a-number': { de: () => 'Bitte eine ganze Zahl eingeben', en: () => 'Please enter a whole number' },
  'in-the-past': {
    de: () => 'Bitte heute oder einen späteren Tag wählen',
    en: () => 'Please choose today or a later day',
  },
  'not-a-decimal': {
    de: () => 'Bitte eine Zahl mit Komma eingeben, ohne Tausenderpunkte',
    en: () => 'Please enter a number with its decimals, without thousands separators',
  },
  'not-postcodes': {
    de: () => 'Bitte Postleitzahlen oder ihre Anfänge eingeben, zum Beispiel 101, 10405; * für alle übrigen',
    en: () => 'Please enter postcodes or their beginnings, for example 101, 10405; * for all others',
  },
  'not-hours': {
    de: () => 'Bitte Zeiten angeben wie 08:00–12:00, 13:00–18:00, oder nichts',
    en: () => 'Please enter times like 08:00–12:00, 13:00–18:00, or nothing',
  },
  unchanged: {
    de: () => 'Es würde sich nichts ändern',
    en: () => 'Nothing would be different',
  },
  'not-a-date': {
    de: () => 'Bitte ein Datum eingeben, zum Beispiel 30.11.2026',
    en: () => 'Please enter a date, for example 30/11/2026',
  },
  'not-a-time': {
    de: () => 'Bitte eine Uhrzeit eingeben, zum Beispiel 10:30',
    en: () => 'Please enter a time, for example 10:30',
  },
  'in-the-future': { de: () => 'Das liegt in der Zukunft', en: () => 'This is in the future' },
  'before-last-step': {
    de: () => 'Das liegt vor dem Schritt davor',
    en: () => 'This is before the step that comes first',
  },
  'before-start': {
    de: () => 'Das liegt vor dem ersten Tag',
    en: () => 'This is before the first day',
  },
  'before-debit': {
    de: () => 'Das liegt vor dem Tag des Einzugs',
    en: () => 'This is before the day of the debit',
  },
  'too-long-ago': {
    de: (limit) => `Das ist mehr als ${limit} Tage her; bitte prüfen Sie das Jahr`,
    en: (limit) => `This is more than ${limit} days ago; please check the year`,
  },
  'not-an-amount': {
    de: () => 'Bitte einen Betrag in Euro eingeben, zum Beispiel 1234,56',
    en: () => 'Please enter an amount in euros, for example 1234.56',
  },
  'not-a-pdf': {
    de: () => 'Das ist kein vollständiges PDF',
    en: () => 'This is not a complete PDF',
  },
  'not-xml': {
    de: () => 'Das ist keine E-Rechnung: erwartet wird XML in UTF-8 ohne Dokumenttyp',
    en: () => 'This is no e-invoice: XML in UTF-8 without a document type is expected',
  },
  'file-too-large': {
    de: (limit) => `Die Datei darf höchstens ${limit} MB groß sein`,
    en: (limit) => `The file must not be larger than ${limit} MB`,
  },
  'not-an-email': {
    de: () => 'Bitte eine E-Mail-Adresse eingeben, zum Beispiel name@firma.de',
    en: () => 'Please enter an e-mail address, for example name@company.com',
  },
  'not-a-customer-number': {
    de: () => 'Ein „D“ und danach nur Ziffern; sie steht auf Ihrer Rechnung oben rechts',
    en: () => 'A “D” followed by digits only; you find it top right on your invoice',
  },
  'not-offered': { de: () => 'Bitte etwas aus der Liste wählen', en: () => 'Please choose from the list' },
  'outside-area': {
    de: () => 'Dorthin fahren unsere Kuriere nicht; bitte prüfen Sie die Postleitzahl',
    en: () => 'Our couriers do not go there; please check the postcode',
  },
  'not-served': {
    de: () =>
      'Dorthin fahren unsere Touren zurzeit nicht; bitte wählen Sie eine andere Adresse, oder rufen Sie uns an',
    en: () => 'Our tours do not go there at present; please choose another address, or give us a call',
  },
  'vehicle-too-small': {
    de: () => 'Dafür ist dieses Fahrzeug zu klein',
    en: () => 'This vehicle is too small for it',
  },
  'too-big': {
    de: () => 'Dafür haben wir kein Fahrzeug; bitte rufen Sie uns an',
    en: () => 'We have no vehicle for this; please give us a call',
  },
  unknown: { de: () => 'Bitte etwas aus der Liste wählen', en: () => 'Please choose from the list' },
  'unknown-customer': {
    de: () => 'Diese Kundennummer gibt es nicht',
    en: () => 'There is no such customer number',
  },
  'unknown-product': { de: () => 'Dieses Produkt gibt es nicht', en: () => 'There is no such product' },
  'unknown-cost-centre': {
    de: () => 'Diese Kostenstelle hat der Kunde nicht',
    en: () => 'The customer has no such cost centre',
  },
  'common-password': {
    de: () => 'Dieses Passwort ist zu leicht zu erraten',
    en: () => 'This password is too easy to guess',
  },
  taken: { de: () => 'Das ist schon vergeben', en: () => 'This is taken already' },
  'own-number': {
    de: () => 'Aus diesem Nummernkreis vergibt das Portal selbst Nummern',
    en: () => 'The portal itself gives out the numbers of this range',
  },
  'same-content': {
    de: () => 'Genau diese Datei hat die Firma schon unter einer anderen Nummer',
    en: () => 'The company has this very file already, under another number',
  },
  'net-above-gross': {
    de: () => 'Brutto kann nicht weniger sein als netto',
    en: () => 'Gross cannot be less than net',
  },
  'knows-no-state': {
    de: () => 'Einen Stand haben nur Rechnungen, Korrekturen und Gutschriften',
    en: () => 'Only invoices, corrections and credit notes have a state',
  },
  'unknown-document': {
    de: () => 'Die Firma hat kein Dokument mit dieser Nummer',
    en: () => 'The company has no document of this number',
  },
  'nothing-chosen': { de: () => 'Bitte mindestens eines ankreuzen', en: () => 'Please tick at least one' },
  'nothing-counted': {
    de: () => 'Mindestens eine Sendung muss da sein',
    en: () => 'At least one item has to be there',
  },
  'not-a-leitweg-id': {
    de: () => 'Eine Leitweg-ID sieht so aus: 04011000-12345-03',
    en: () => 'A Leitweg-ID looks like this: 04011000-12345-03',
  },
  'wrong-check-digits': {
    de: () => 'Die Prüfziffern am Ende passen nicht: Bitte vergleichen Sie Zeichen für Zeichen',
    en: () => 'The check digits at the end do not match: please compare character by character',
  },
  'not-a-vat-id': {
    de: () => 'Eine USt-IdNr. sieht so aus: DE123456788. Davor steht immer das Land, ohne Steuernummer',
    en: () => 'A VAT ID looks like this: DE123456788. It always begins with the country and is no tax number',
  },
  'vat-check-digit': {
    de: () => 'Die letzte Ziffer passt nicht zu den anderen: Bitte vergleichen Sie Ziffer für Ziffer',
    en: () => 'The last digit does not match the others: please compare digit by digit',
  },
  'iban-characters': {
    de: () =>
      'Eine IBAN besteht aus Buchstaben von A bis Z und Ziffern; hier steht etwas anderes oder ein Buchstabe an der Stelle einer Ziffer',
    en: () =>
      'An IBAN consists of letters from A to Z and digits; here is something else, or a letter in the place of a digit',
  },
  'iban-country': {
    de: () => 'Eine IBAN beginnt mit dem Land, zum Beispiel DE; die ersten beiden Zeichen sind kein solches',
    en: () => 'An IBAN begins with the country, for example DE; the first two characters are none',
  },
  'iban-not-sepa': {
    de: () =>
      'Dieses Land nimmt nicht am SEPA-Lastschriftverfahren teil. Bitte nennen Sie ein Konto im SEPA-Raum',
    en: () => 'This country does not take part in SEPA direct debit. Please use an account in the SEPA area',
  },
  'iban-length': {
    de: (limit) => `Eine IBAN dieses Landes hat ${limit} Zeichen; hier fehlen welche, oder es sind zu viele`,
    en: (limit) =>
      `An IBAN of this country has ${limit} characters; some are missing here, or there are too many`,
  },
  'iban-check-digits': {
    de: () =>
      'Die Prüfziffern passen nicht. Meist ist eine Ziffer vertippt oder zwei sind vertauscht: Bitte vergleichen Sie noch einmal',
    en: () =>
      'The check digits do not match. Usually a digit is mistyped or two are swapped: please compare once more',
  },
  'bank-characters': {
    de: () =>
      'Bitte nur lateinische Buchstaben, Ziffern und übliche Satzzeichen: andere Zeichen nehmen Banken nicht an',
    en: () =>
      'Please use Latin letters, digits and common punctuation only: banks do not take other characters',
  },
  'columns-missing': {
    de: () => 'In der Kopfzeile fehlen Spalten. Nötig sind Kundennummer, Datum, Produkt und Stück',
    en: () => 'The header lacks columns. Customer number, date, product and pieces are needed',
  },
  'unclosed-quote': {
    de: (line) => `Auf Zeile ${line} beginnt ein Anführungszeichen, das nie endet`,
    en: (line) => `On line ${line} a quotation mark begins that never ends`,
  },
  'not-agreed': { de: () => 'Bitte bestätigen Sie das', en: () => 'Please confirm this' },
  'already-in-force': {
    de: () => 'Für dieses Konto gilt Ihr Mandat schon, mit denselben Angaben',
    en: () => 'Your mandate for this account is in force already, with the same details',
  },
  'wrong-password': { de: () => 'Das Passwort stimmt nicht', en: () => 'The password is not right' },
  'already-member': {
    de: () => 'Diese Person gehört schon zu Ihrer Firma',
    en: () => 'This person belongs to your company already',
  },
  'already-invited': {
    de: () => 'Diese Person ist schon eingeladen; die Einladung lässt sich in der Liste erneuern',
    en: () => 'This person has been invited already; you can renew the invitation in the list',
  },
  'same-password': {
    de: () => 'Das ist Ihr bisheriges Passwort',
    en: () => 'This is your present password',
  },
  'wrong-code': {
    de: () => 'Der Code stimmt nicht, ist abgelaufen oder wurde schon benutzt',
    en: () => 'The code is not right, has expired or has been used already',
  },
  unreadable: { de: () => 'Diese Eingabe verstehen wir nicht', en: () => 'We cannot read this entry' },
};

/** What to say beside a field. */
export function problemWords({ problem, limit }: FieldProblem, language: Language): string {
  return PROBLEMS[problem][language](limit);
}

const RIGHT_NAMES: { readonly [R in Right]: Record<Language, string> } = {
  'masterData.edit': { de: 'Stammdaten ändern', en: 'Change master data' },
  'users.invite': { de: 'Benutzer einladen', en: 'Invite users' },
  'users.delete': { de: 'Benutzer löschen', en: 'Delete users' },
  'documents.view': { de: 'Dokumente einsehen', en: 'View documents' },
  'documents.download': { de: 'Dokumente herunterladen', en: 'Download documents' },
  'orders.place': { de: 'Bestellen und buchen', en: 'Order and book' },
  'orders.cancel': { de: 'Aufträge stornieren', en: 'Cancel orders' },
  'orders.approve': { de: 'Aufträge freigeben', en: 'Approve orders' },
  'billing.edit': { de: 'Bankverbindung und Lastschrift ändern', en: 'Change bank details and direct debit' },
};

const STAFF_ROLE_NAMES: { readonly [R in StaffRole]: Record<Language, string> } = {
  dispatch: { de: 'Disposition', en: 'Dispatch' },
  care: { de: 'Kundenbetreuung', en: 'Customer care' },
  billing: { de: 'Abrechnung', en: 'Billing' },
  catalogue: { de: 'Katalog und Kalender', en: 'Catalogue and calendar' },
  admin: { de: 'Administration', en: 'Administration' },
};

/** The role at the desk as staff call it. */
export const staffRoleName = (role: StaffRole, language: Language): string =>
  STAFF_ROLE_NAMES[role][language];

/** The right as people call it. */
export const rightName = (right: Right, language: Language): string => RIGHT_NAMES[right][language];
