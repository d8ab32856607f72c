import { refuse } from '../../domain/refusal.ts';
import { frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { MailboxPage, MailPage } from './pages/mailbox-page.tsx';
import { findMail, latestMails } from './queries.ts';
import { mailView } from './view.ts';

/** Exists in the demo only: there letters are kept with their text. */
export const mailboxRoutes: readonly Route[] = [
  { method: 'GET', path: '/vorfuehrung/postfach', access: 'demo', handle: showMailbox },
  { method: 'GET', path: '/vorfuehrung/postfach/:id', access: 'demo', handle: showMail },
];

const MOST_SHOWN = 100;

async function showMailbox(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const mails = await latestMails(request.services.db, MOST_SHOWN);
  return page(
    request,
    <MailboxPage frame={frame} mails={mails.map((mail) => mailView(mail, frame.formats))} />,
  );
}

async function showMail(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const id = /^\d{1,15}$/.test(request.params.id ?? '') ? Number(request.params.id) : 0;
  const mail = await findMail(request.services.db, id);
  if (!mail) refuse({ code: 'not-found' });
  const view = mailView({ ...mail, createdAt: mail.created_at }, frame.formats);
  return page(request, <MailPage frame={frame} mail={view} text={mail.text_body ?? ''} />);
}
