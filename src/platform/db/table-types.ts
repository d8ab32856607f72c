import type { Database } from './database.ts';

/** PostgreSQL types as the program sees them, after `values.ts` has parsed them. */
const TYPES: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  text: 'string',
  time: 'Temporal.PlainTime',
  timestamptz: 'Temporal.Instant',
  _int2: 'number[]',
  _text: 'string[]',
  // read as a value, written as JSON text
  bilingual: 'Json<Bilingual>',
  jsonb: 'Json<object>',
  tsvector: 'string',
};

/** Columns whose check or content says more than their type. */
const NARROWER: Record<string, string> = {
  'calendar_exception.kind': "'closed' | 'open'",
  'faq_entry.topic':
    "'access' | 'users' | 'ordering' | 'services' | 'changes' | 'payment' | 'documents' | 'data'",
  'mail_product.family': "'letter' | 'advertising' | 'registered' | 'formal'",
  'mail_product_vat.category': "'S' | 'E' | 'Z'",
  'product_vat.category': "'S' | 'E' | 'Z'",
  'company_change_request.answer': "'accepted' | 'declined' | 'withdrawn'",
  'debit.return_reason': 'ReturnReason',
  'debit_file.scheme': 'MandateScheme',
  'document.folder': 'DocumentFolder',
  'document.kind': 'DocumentKind',
  'document.source': "'own' | 'imported'",
  'document.state': 'DocumentState',
  'document_delivery.state': "'waiting' | 'sent' | 'failed' | 'returned'",
  'document_file.role': 'DocumentRole',
  'courier_distance.distance': "'near' | 'city' | 'region'",
  'courier_event.step': 'RideStep',
  'courier_fare.distance': "'near' | 'city' | 'region'",
  'courier_ride.proof': "'signature' | 'name' | 'photo' | 'none'",
  'courier_ride.step': 'RideStep',
  'courier_stop.address': 'Json<AddressSnapshot>',
  'holiday_rule.kind': "'fixed' | 'easter'",
  'inquiry.language': "'de' | 'en'",
  'inquiry.state': "'open' | 'answered' | 'closed'",
  'inquiry.topic': "'access' | 'order' | 'pickup' | 'payment' | 'documents' | 'complaint' | 'other'",
  'inquiry_message.kind': "'question' | 'reply' | 'answer' | 'note' | 'event'",
  'invoice.content': 'Json<InvoiceContent>',
  'invoice.format': "'zugferd' | 'xrechnung'",
  'invoice.kind': 'InvoiceKind',
  'invoice.payment': "'transfer' | 'debit' | 'set-off'",
  'invoice.range': "'R' | 'G'",
  'invoice.takes_back': 'Json<readonly TakenBack[]>',
  'invoice_item.source': "'order' | 'mail-volume'",
  'invoice_run_item.state': "'waiting' | 'issued' | 'nothing' | 'refused'",
  'invoice_settings.einvoice_format': "'zugferd' | 'xrechnung'",
  'invoice_settings.price_display': "'net' | 'gross'",
  'invitation.language': "'de' | 'en'",
  'mail_volume.source': "'typed' | 'import' | 'drop-off'",
  'main_contact_proposal.language': "'de' | 'en'",
  'member_request.kind': "'right' | 'deletion'",
  'mandate.ended_how': 'MandateEnd',
  'mandate.language': "'de' | 'en'",
  'mandate.scheme': 'MandateScheme',
  'notice.kind': 'NoticeKind',
  'order_event.kind': "OrderStatus | 'changed' | 'approved' | 'accepted' | 'assigned' | 'reopened'",
  'drop_off_receipt.items': 'Json<readonly object[]>',
  'order_outcome.at_fault': 'AtFault',
  'order_outcome.kind': "'completed' | 'failed'",
  'order_outcome.reason': 'FailReason',
  'order_version.lines': 'Json<readonly OrderLineSnapshot[]>',
  'order_version.promise': 'Json<OrderPromise>',
  'person.language': "'de' | 'en'",
  'registration_request.language': "'de' | 'en'",
  'registration_request.state': "'received' | 'waiting' | 'join' | 'confirming' | 'completed' | 'declined'",
  'registration_request.via': "'contact' | 'code' | 'desk' | 'colleague'",
  'service.cancel_rule': 'Json<DeadlineRule>',
  'service.change_rule': 'Json<DeadlineRule>',
  'service.order_cutoff': 'Json<CutoffRule>',
  'order_template.answers': 'Json<Answers>',
  'service_order.address': 'Json<AddressSnapshot>',
  'service_order.particulars': 'Json<readonly Particular[]>',
  'service_order.status': 'OrderStatus',
  'service_order.vat': 'Json<readonly VatShare[]>',
  'standing_pickup_exception.kind': "'skip' | 'move' | 'add'",
  'standing_pickup_version.on_holiday': "'skip' | 'next-business-day'",
  'pickup_occurrence.state': "'booked' | 'blocked' | 'dropped'",
  'pickup_occurrence.reason': "'full' | 'no-window' | 'address-gone'",
  'payment.kind': "'transfer' | 'refund'",
  'passkey_challenge.purpose': "'register' | 'sign-in' | 'second-step' | 'confirm'",
  'volume_line.cells': 'Json<TypedVolume>',
  'volume_line.problems': 'Json<readonly FieldProblem[]>',
  'volume_line.state': "'taken' | 'wrong' | 'dropped'",
  'session.stage': "'full' | 'new-password' | 'second-factor' | 'enrol'",
};

interface Column {
  table: string;
  column: string;
  type: string;
  is_nullable: boolean;
  has_default: boolean;
}

/**
 * Writes the row types of the migrated database as TypeScript. `npm run table-types` saves them in `tables.ts`,
 * and a test compares.
 */
export async function tableTypes(db: Database): Promise<string> {
  const columns = await db.sql<Column & Record<string, unknown>>(`
    select table_name as table, column_name as column, coalesce(domain_name, udt_name) as type,
      is_nullable = 'YES' as is_nullable, column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as has_default
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration'
    order by table_name, ordinal_position`);
  const tables = Map.groupBy(columns, ({ table }) => table);
  const interfaces = [...tables].map(
    ([table, own]) => `export interface ${interfaceName(table)} {\n${own.map(field).join('\n')}\n}\n`,
  );
  const all = [...tables.keys()].map((table) => `  ${table}: ${interfaceName(table)};`);
  return `${HEAD}\n${interfaces.join('\n')}\nexport interface Tables {\n${all.join('\n')}\n}\n`;
}

function field({ table, column, type, is_nullable, has_default }: Column): string {
  const known = NARROWER[`${table}.${column}`] ?? TYPES[type];
  if (!known) throw new Error(`No TypeScript type is known for ${type} (${table}.${column})`);
  // a default within JSON columns: Kysely does not look through `Generated` there
  if (has_default && known.startsWith('Json<'))
    return `  ${column}: ${known.slice(0, -1)}, string | undefined>;`;
  const value = is_nullable ? `${known} | null` : known;
  return `  ${column}: ${has_default ? `Generated<${value}>` : value};`;
}

const interfaceName = (table: string) =>
  table.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

const HEAD = `// Written by \`npm run table-types\` from the migrated database. Do not edit.
import type { Generated, JSONColumnType as Json } from 'kysely';
import type { RideStep } from '../../domain/courier/index.ts';
import type {
  DocumentFolder,
  DocumentKind,
  DocumentRole,
  DocumentState,
} from '../../domain/documents/index.ts';
import type {
  Invoice as InvoiceContent,
  DocumentKind as InvoiceKind,
  TakenBack,
} from '../../domain/invoicing/index.ts';
import type { MandateEnd, MandateScheme } from '../../domain/mandates/index.ts';
import type { AtFault, FailReason } from '../../domain/orders/day-steps.ts';
import type { OrderStatus } from '../../domain/orders/status.ts';
import type { ReturnReason } from '../../domain/payments/index.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import type { TypedVolume } from '../../domain/volumes/index.ts';
import type {
  AddressSnapshot,
  Answers,
  Bilingual,
  CutoffRule,
  DeadlineRule,
  NoticeKind,
  OrderLineSnapshot,
  OrderPromise,
  Particular,
  VatShare,
} from './json.ts';
`;
