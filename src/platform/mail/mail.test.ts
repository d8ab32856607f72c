import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { clockAt, MONDAY } from '../../../test/support/clock.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { query } from '../db/database.ts';
import { type Letter, type Mailer, openMailer } from './mail.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const letter: Letter = {
  to: 'admin@d100001.example',
  subject: 'Ihre Sonderabholung A-2026-000042 für Müller & Söhne',
  text: 'Guten Tag,\n\nwir holen am 30.11.2026 ab.\n.\nEin Punkt allein beendet nichts. \u{1F4EE}',
  html: '<!doctype html><html lang="de"><body><p>Guten Tag &amp; bis bald</p></body></html>',
};
const FROM = 'kundenservice@spreebrief.example';
const recordOf = async (key: string) => {
  const [row] = await owner.all(query.selectFrom('mail').selectAll().where('key', '=', key));
  return row;
};

interface Received {
  from: string;
  to: string[];
  source: string;
}

/** A real mail server on a free port. Whoever it answers with an error has not handed a mail over. */
async function mailServer(answer: (count: number) => Error | undefined = () => undefined) {
  const received: Received[] = [];
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, session, done) {
      const source = await text(stream);
      count += 1;
      const problem = answer(count);
      if (!problem) {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source,
        });
      }
      done(problem);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closers.push(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
function mailer(smtpUrl: string | undefined): Mailer {
  const opened = openMailer({ db, smtpUrl, from: FROM, now: clockAt() });
  closers.push(() => opened.close());
  return opened;
}

/** Header lines, unfolded. */
const headersOf = (source: string) =>
  (source.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('the mailbox of the demo', () => {
  it('keeps the whole letter, sent at once', async () => {
    const box = mailer(undefined);
    assert.equal(box.isMailbox, true);
    await box.send(letter, 'box-1');
    const row = await recordOf('box-1');
    assert.deepEqual(
      { ...row, id: 0, created_at: `${row?.created_at}`, sent_at: `${row?.sent_at}` },
      {
        id: 0,
        key: 'box-1',
        recipient: letter.to,
        subject: letter.subject,
        text_body: letter.text,
        html_body: letter.html,
        created_at: `${MONDAY}`,
        sent_at: `${MONDAY}`,
        attempts: 0,
        last_attempt_at: null,
        last_error: null,
      },
    );
  });

  it('keeps one letter for one key, also from two at once', async () => {
    const box = mailer(undefined);
    await Promise.all([1, 2, 3].map(() => box.send(letter, 'box-2')));
    await box.send({ ...letter, subject: 'another' }, 'box-2');
    const rows = await owner.all(query.selectFrom('mail').select('subject').where('key', '=', 'box-2'));
    assert.deepEqual(rows, [{ subject: letter.subject }]);
  });
});

describe('sending over SMTP', () => {
  it('hands over both bodies, from the carrier to the person', async () => {
    const server = await mailServer();
    const post = mailer(server.url);
    assert.equal(post.isMailbox, false);
    await post.send(letter, 'smtp-1');
    assert.equal(server.received.length, 1);
    const [mail] = server.received;
    assert.deepEqual([mail?.from, mail?.to], [FROM, [letter.to]]);
    const source = mail?.source ?? '';
    const headers = headersOf(source);
    assert.ok(headers.includes(`To: ${letter.to}`));
    assert.ok(headers.includes('Message-ID: <smtp-1@spreebrief.example>'));
    assert.match(source, /multipart\/alternative/);
    assert.match(source, /Content-Type: text\/plain; charset=utf-8/);
    assert.match(source, /Content-Type: text\/html; charset=utf-8/);
    assert.match(source, /Ein Punkt allein beendet nichts/);
  });

  it('records that it was sent, and keeps no words of it', async () => {
    const server = await mailServer();
    await mailer(server.url).send(letter, 'smtp-2');
    const row = await recordOf('smtp-2');
    assert.deepEqual([row?.text_body, row?.html_body, `${row?.sent_at}`], [null, null, `${MONDAY}`]);
  });

  it('sends once for one key, however often the job runs', async () => {
    const server = await mailServer();
    const post = mailer(server.url);
    await post.send(letter, 'smtp-3');
    await post.send(letter, 'smtp-3');
    await mailer(server.url).send(letter, 'smtp-3');
    assert.equal(server.received.length, 1);
  });

  it('fails when the server does, and sends the same letter when the job runs again', async () => {
    const server = await mailServer((count) => (count === 1 ? new Error('try later') : undefined));
    const post = mailer(server.url);
    await assert.rejects(post.send(letter, 'smtp-4'));
    const failed = await recordOf('smtp-4');
    assert.deepEqual([failed?.sent_at, failed?.attempts], [null, 1]);
    assert.match(failed?.last_error ?? '', /try later/);
    await post.send(letter, 'smtp-4');
    assert.equal(server.received.length, 1);
    const sent = await recordOf('smtp-4');
    assert.ok(sent?.sent_at);
    assert.equal(sent.attempts, 2);
  });

  it('fails when there is no server', async () => {
    await assert.rejects(mailer('smtp://127.0.0.1:1').send(letter, 'smtp-5'), /ECONNREFUSED/);
    assert.equal((await recordOf('smtp-5'))?.sent_at, null);
  });

  it('lets nothing in a letter become a header or another recipient', async () => {
    const server = await mailServer();
    await mailer(server.url).send(
      {
        ...letter,
        to: 'admin@d100001.example',
        subject: 'Hallo\r\nBcc: everybody@evil.example\r\n\r\nbody',
        text: '.\r\nQUIT\r\n\r\nBcc: everybody@evil.example',
      },
      'smtp-6',
    );
    const [mail] = server.received;
    assert.deepEqual(mail?.to, ['admin@d100001.example']);
    assert.ok(headersOf(mail?.source ?? '').every((line) => !/^bcc:/i.test(line)));
  });
});
