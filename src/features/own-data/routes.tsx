import { todayOf } from '../../domain/calendar/index.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import type { DescriptionItem } from '../../ui/index.ts';
import { customerCtx, download, frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { exportOwnData } from './export-own-data.ts';
import { OwnDataPage } from './pages/own-data-page.tsx';
import { ownMemberships, ownPerson } from './queries.ts';
import { words } from './words.ts';

const OWN_DATA = '/konto/meine-daten';

export const ownDataRoutes: readonly Route[] = [
  { method: 'GET', path: OWN_DATA, access: 'signed-in', handle: show },
  { method: 'POST', path: `${OWN_DATA}/herunterladen`, access: 'signed-in', handle: send },
];

async function show(request: PageRequest): Promise<Response> {
  return page(request, <OwnDataPage frame={frameOf(request)} about={await aboutPerson(request)} />);
}

async function aboutPerson(request: PageRequest): Promise<DescriptionItem[]> {
  const { language, formats } = frameOf(request);
  const t = words[language];
  const { who, firms } = await personTransaction(customerCtx(request), async (tx, { personId }) => ({
    who: await ownPerson(tx, personId),
    firms: await ownMemberships(tx, personId),
  }));
  if (!who) return [];
  const since = who.createdAt.toZonedDateTimeISO(formats.timeZone).toPlainDate();
  return [
    { term: t.name, value: who.name },
    { term: t.email, value: who.email },
    { term: t.language, value: t.languages[who.language] },
    { term: t.since, value: formats.longDate(since) },
    {
      term: t.firms,
      value: firms
        .map((firm) =>
          t.firm({ name: firm.customer_name, number: firm.customer_number, active: firm.is_active }),
        )
        .join(', '),
    },
  ];
}

async function send(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const today = todayOf(ctx);
  return download(request, {
    name: `${words[ctx.language].fileName}-${today}.json`,
    type: 'application/json; charset=utf-8',
    content: `${JSON.stringify(await exportOwnData(ctx), null, 2)}\n`,
  });
}
