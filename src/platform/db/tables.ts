// Written by `npm run table-types` from the migrated database. Do not edit.
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

export interface ActivationCode {
  customer_id: number;
  code_hash: Buffer;
  issued_by: string;
  issued_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface Address {
  id: Generated<number>;
  customer_id: number;
  label: string;
  recipient: string;
  street: string;
  postcode: string;
  city: string;
  is_billing: boolean;
  is_delivery: boolean;
  is_pickup: boolean;
  contact_name: Generated<string>;
  contact_phone: Generated<string>;
  driver_hint: Generated<string>;
  version: Generated<number>;
  is_default_billing: Generated<boolean>;
  archived_at: Temporal.Instant | null;
}

export interface AuditEntry {
  id: Generated<number>;
  at: Temporal.Instant;
  customer_id: number | null;
  actor_kind: string;
  person_id: number | null;
  action: string;
  object: string;
  before: Json<object> | null;
  after: Json<object> | null;
  request_id: string;
  staff_id: number | null;
  actor_name: string | null;
  seal_id: number | null;
}

export interface AuditSeal {
  id: number;
  sealed_at: Temporal.Instant;
  entries: number;
  previous: Buffer;
  hash: Buffer;
}

export interface BoxMovement {
  id: Generated<number>;
  customer_id: number;
  address_id: number;
  product_code: string;
  pieces: number;
  moved_on: Temporal.PlainDate;
  order_id: number | null;
  note: Generated<string>;
  recorded_at: Temporal.Instant;
  entry_key: string | null;
}

export interface CalendarException {
  date: Temporal.PlainDate;
  kind: 'closed' | 'open';
  name: Json<Bilingual>;
}

export interface CalendarFeed {
  customer_id: number;
  person_id: number;
  token_hash: Buffer;
  seed: Buffer;
  created_at: Temporal.Instant;
  last_read_at: Temporal.Instant | null;
}

export interface Carrier {
  only_row: Generated<boolean>;
  name: string;
  legal_name: string;
  street: string;
  postcode: string;
  city: string;
  phone: string;
  phone_hours: Json<Bilingual>;
  email: string;
  vat_id: string;
  register: string;
  representatives: string;
  supervisory_authority: string;
  accent_colour: string;
  time_zone: string;
  is_sample: boolean;
  creditor_id: string | null;
  creditor_name: string | null;
  creditor_street: string | null;
  creditor_postcode: string | null;
  creditor_city: string | null;
  creditor_country: string | null;
  tax_number: Generated<string>;
  bank_iban: string | null;
  bank_bic: string | null;
  bank_name: string | null;
  payment_days: Generated<number>;
  debit_notice_days: Generated<number>;
  logo_svg: string | null;
  reply_hours: Generated<number>;
  visitor_inquiry_months: Generated<number>;
}

export interface CatalogueChange {
  id: Generated<number>;
  subject: string;
  code: string;
  effective_on: Temporal.PlainDate;
  before: Json<object>;
  after: Json<object>;
  planned_at: Temporal.Instant;
  staff_id: number | null;
  planned_by: string;
  applied_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

export interface CompanyChangeRequest {
  id: Generated<number>;
  customer_id: number;
  new_name: string;
  reason: string;
  valid_from: Temporal.PlainDate;
  requested_by: number | null;
  requested_at: Temporal.Instant;
  answer: 'accepted' | 'declined' | 'withdrawn' | null;
  answer_note: Generated<string>;
  answered_at: Temporal.Instant | null;
}

export interface ContactPerson {
  id: Generated<number>;
  customer_id: number;
  name: string;
  role: string;
  phone: string;
  email: string;
  version: Generated<number>;
}

export interface CostCentre {
  id: Generated<number>;
  customer_id: number;
  code: string;
  name: string;
  closed_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface CourierDistance {
  one: string;
  other: string;
  distance: 'near' | 'city' | 'region';
}

export interface CourierEvent {
  id: Generated<number>;
  order_id: number;
  customer_id: number;
  at: Temporal.Instant;
  step: RideStep;
  name: string;
  recorded_at: Temporal.Instant | null;
  taken_back_at: Temporal.Instant | null;
}

export interface CourierFare {
  vehicle_code: string;
  distance: 'near' | 'city' | 'region';
  valid_from: Temporal.PlainDate;
  unit_price: number;
}

export interface CourierRide {
  order_id: number;
  customer_id: number;
  vehicle_code: string;
  is_now: boolean;
  is_direct: boolean;
  content: string;
  kg: number;
  length_cm: number;
  width_cm: number;
  height_cm: number;
  proof: 'signature' | 'name' | 'photo' | 'none';
  step: RideStep;
  rider_name: Generated<string>;
  received_by: Generated<string>;
  base_fee_cents: number;
  is_vehicle_chosen: Generated<boolean>;
  wait_minutes: Generated<number>;
}

export interface CourierStop {
  order_id: number;
  customer_id: number;
  position: number;
  address: Json<AddressSnapshot>;
  address_id: number | null;
  zone_code: string;
  hint: string;
}

export interface CourierTerms {
  only_row: Generated<boolean>;
  way_product: string;
  stop_product: string;
  wait_product: string;
  narrow_window_product: string;
  direct_product: string;
  direct_surcharge: number;
  now_minutes: number;
  now_capacity: number;
  narrow_pool: string;
  now_pool: string;
}

export interface CourierVehicle {
  code: string;
  name: Json<Bilingual>;
  max_kg: number;
  max_length_cm: number;
  max_width_cm: number;
  max_height_cm: number;
  product_code: string;
  position: number;
}

export interface CourierZone {
  code: string;
  name: Json<Bilingual>;
  position: number;
}

export interface CourierZonePostcode {
  prefix: string;
  zone_code: string;
}

export interface Customer {
  id: Generated<number>;
  number: string;
  name: string;
  created_at: Temporal.Instant;
  requires_second_factor: Generated<boolean>;
  approval_is_on: Generated<boolean>;
  approval_above_cents: number | null;
  approval_four_eyes: Generated<boolean>;
}

export interface CustomerContact {
  customer_id: number;
  email: string;
}

export interface CustomerImport {
  id: Generated<number>;
  name: string;
  content: string;
  staff_id: number | null;
  created_at: Temporal.Instant;
}

export interface CustomerNote {
  id: Generated<number>;
  customer_id: number;
  at: Temporal.Instant;
  staff_id: number | null;
  author: string;
  body: string;
}

export interface CustomerView {
  id: Generated<number>;
  customer_id: number;
  staff_id: number | null;
  staff_session_id: number | null;
  staff_name: string;
  reason: string;
  token_hash: Buffer;
  begun_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  pages: Generated<number>;
}

export interface Debit {
  id: Generated<number>;
  customer_id: number;
  invoice_id: number;
  file_id: number;
  end_to_end_id: string;
  mandate_reference: string;
  amount_cents: number;
  due_on: Temporal.PlainDate;
  returned_on: Temporal.PlainDate | null;
  return_reason: ReturnReason | null;
  returned_by_name: string | null;
}

export interface DebitFile {
  id: Generated<number>;
  number: string;
  scheme: MandateScheme;
  created_at: Temporal.Instant;
  created_by_name: string;
  debits: number;
  sum_cents: number;
  xml_sealed: Buffer;
}

export interface DebitFileDownload {
  id: Generated<number>;
  file_id: number;
  at: Temporal.Instant;
  by_name: string;
  reason: string | null;
}

export interface Document {
  id: Generated<number>;
  customer_id: number;
  kind: DocumentKind;
  folder: Generated<DocumentFolder>;
  number: string;
  title: Generated<string>;
  document_date: Temporal.PlainDate;
  period_from: Temporal.PlainDate | null;
  period_to: Temporal.PlainDate | null;
  net_cents: number | null;
  gross_cents: number | null;
  due_on: Temporal.PlainDate | null;
  corrects_id: number | null;
  order_id: number | null;
  source: 'own' | 'imported';
  content_hash: Buffer;
  retain_until: Temporal.PlainDate;
  created_at: Temporal.Instant;
  state: DocumentState | null;
  state_on: Temporal.PlainDate | null;
  open_cents: number | null;
}

export interface DocumentDelivery {
  id: Generated<number>;
  document_id: number;
  customer_id: number;
  address: string;
  state: Generated<'waiting' | 'sent' | 'failed' | 'returned'>;
  round: Generated<number>;
  attempts: Generated<number>;
  problem: string | null;
  queued_at: Temporal.Instant;
  last_at: Temporal.Instant | null;
}

export interface DocumentFile {
  document_id: number;
  customer_id: number;
  role: DocumentRole;
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  bytes: Buffer;
}

export interface DocumentRead {
  document_id: number;
  customer_id: number;
  person_id: number;
  read_at: Temporal.Instant;
}

export interface DocumentShare {
  document_id: number;
  customer_id: number;
  position: number;
  cost_centre_id: number | null;
  cost_centre_label: string;
  net_cents: number | null;
}

export interface DropOff {
  order_id: number;
  customer_id: number;
  manifest_code: string;
}

export interface DropOffItem {
  order_id: number;
  version: number;
  customer_id: number;
  position: number;
  product_code: string;
  name: Json<Bilingual>;
  pieces: number;
  grams: number;
  unit_price: number;
  surcharge: number;
  vat_rate: number;
  net_cents: number;
}

export interface DropOffReceipt {
  number: string;
  order_id: number;
  customer_id: number;
  document_id: number;
  site_code: string;
  accepted_at: Temporal.Instant;
  clerk_name: string;
  items: Json<readonly object[]>;
  containers: number;
  reason: string;
}

export interface DropOffVersion {
  order_id: number;
  version: number;
  customer_id: number;
  site_code: string;
  note: string;
  boxes: number;
  trolleys: number;
  pallets: number;
}

export interface FaqEntry {
  id: Generated<number>;
  topic: 'access' | 'users' | 'ordering' | 'services' | 'changes' | 'payment' | 'documents' | 'data';
  position: number;
  question: Json<Bilingual>;
  answer: Json<Bilingual>;
  keywords: Json<Bilingual>;
  is_published: Generated<boolean>;
  version: Generated<number>;
  updated_at: Temporal.Instant;
  search_de: Generated<string>;
  search_en: Generated<string>;
}

export interface HolidayRule {
  id: Generated<number>;
  name: Json<Bilingual>;
  kind: 'fixed' | 'easter';
  month: number | null;
  day: number | null;
  easter_offset: number | null;
}

export interface Inquiry {
  id: Generated<number>;
  number: string;
  customer_id: number | null;
  person_id: number | null;
  form_key: string;
  body_hash: Buffer;
  topic: 'access' | 'order' | 'pickup' | 'payment' | 'documents' | 'complaint' | 'other';
  subject: string;
  name: string | null;
  email: string | null;
  claimed_number: Generated<string>;
  phone: Generated<string>;
  language: 'de' | 'en';
  order_id: number | null;
  state: Generated<'open' | 'answered' | 'closed'>;
  due_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  last_at: Temporal.Instant;
  version: Generated<number>;
  assignee_id: number | null;
}

export interface InquiryMessage {
  id: Generated<number>;
  inquiry_id: number;
  at: Temporal.Instant;
  kind: 'question' | 'reply' | 'answer' | 'note' | 'event';
  person_id: number | null;
  author: Generated<string>;
  body: string;
  staff_id: number | null;
}

export interface Invitation {
  id: Generated<number>;
  customer_id: number;
  email: string;
  language: 'de' | 'en';
  is_admin: boolean;
  is_main_contact: Generated<boolean>;
  rights: string[];
  token_hash: Buffer | null;
  invited_by: number | null;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  accepted_by: number | null;
  accepted_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

export interface Invoice {
  id: Generated<number>;
  customer_id: number;
  kind: InvoiceKind;
  range: Generated<'R' | 'G'>;
  year: number;
  running: number;
  number: string;
  issued_on: Temporal.PlainDate;
  period_from: Temporal.PlainDate;
  period_to: Temporal.PlainDate;
  original_id: number | null;
  takes_back: Json<readonly TakenBack[], string | undefined>;
  reason: Generated<string>;
  run_id: number | null;
  format: 'zugferd' | 'xrechnung';
  net_cents: number;
  tax_cents: number;
  gross_cents: number;
  payment: 'transfer' | 'debit' | 'set-off';
  due_on: Temporal.PlainDate | null;
  mandate_reference: string | null;
  content: Json<InvoiceContent>;
  xml: string;
  xml_sha256: Buffer;
  issued_at: Temporal.Instant;
  issued_by: number | null;
  issued_by_name: string;
  document_id: number | null;
}

export interface InvoiceItem {
  id: Generated<number>;
  customer_id: number;
  invoice_id: number;
  source: 'order' | 'mail-volume';
  source_id: number;
  released_by: number | null;
}

export interface InvoiceRun {
  id: Generated<number>;
  month: Temporal.PlainDate;
  issued_on: Temporal.PlainDate;
  started_by: number | null;
  started_by_name: string;
  started_at: Temporal.Instant;
  beat_at: Temporal.Instant;
  finished_at: Temporal.Instant | null;
}

export interface InvoiceRunItem {
  run_id: number;
  customer_id: number;
  state: 'waiting' | 'issued' | 'nothing' | 'refused';
  problem: Generated<string>;
  invoice_id: number | null;
}

export interface InvoiceSettings {
  customer_id: number;
  invoice_copies: string[];
  report_copies: string[];
  receipt_copies: string[];
  einvoice_format: 'zugferd' | 'xrechnung';
  leitweg_id: string;
  buyer_reference: string;
  price_display: 'net' | 'gross';
  version: Generated<number>;
  vat_id: Generated<string>;
  country: Generated<string>;
}

export interface Mail {
  id: Generated<number>;
  key: string;
  recipient: string;
  subject: string;
  text_body: string | null;
  html_body: string | null;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  attempts: Generated<number>;
  last_attempt_at: Temporal.Instant | null;
  last_error: string | null;
}

export interface MailProduct {
  code: string;
  family: 'letter' | 'advertising' | 'registered' | 'formal';
  name: Json<Bilingual>;
  limits: Json<Bilingual>;
  max_grams: number | null;
  min_pieces: Generated<number>;
  full_price_pieces: number | null;
  surcharge_code: string | null;
  position: number;
  is_active: Generated<boolean>;
}

export interface MailProductPrice {
  product_code: string;
  valid_from: Temporal.PlainDate;
  unit_price: number;
}

export interface MailProductVat {
  product_code: string;
  valid_from: Temporal.PlainDate;
  category: 'S' | 'E' | 'Z';
  rate: number;
  exemption_reason: Json<Bilingual> | null;
}

export interface MailVolume {
  id: Generated<number>;
  customer_id: number;
  service_date: Temporal.PlainDate;
  product_code: string;
  cost_centre_id: number | null;
  pieces: number;
  weight_grams: number;
  source: 'typed' | 'import' | 'drop-off';
  file_id: number | null;
  line: number | null;
  order_id: number | null;
  entry_key: string | null;
  clerk_name: string;
  created_at: Temporal.Instant;
  version: Generated<number>;
  invoice_id: number | null;
}

export interface MainContactProposal {
  id: Generated<number>;
  customer_id: number;
  email: string;
  language: 'de' | 'en';
  reason: string;
  proposed_by: string;
  proposed_at: Temporal.Instant;
  agreed_by: string | null;
  agreed_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
  proposed_by_staff: number | null;
  agreed_by_staff: number | null;
}

export interface Mandate {
  id: Generated<number>;
  customer_id: number;
  running_number: number;
  reference: string;
  submission_key: string;
  submission_hash: Buffer;
  scheme: MandateScheme;
  creditor_id: string;
  creditor_name: string;
  creditor_street: string;
  creditor_postcode: string;
  creditor_city: string;
  creditor_country: string;
  holder: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
  iban_sealed: Buffer;
  iban_hash: Buffer;
  iban_country: string;
  iban_last4: string;
  text_version: string;
  language: 'de' | 'en';
  authorisation: string;
  conditions: string;
  place: string;
  signature: string;
  given_at: Temporal.Instant;
  given_by: number | null;
  given_by_name: string;
  client_address: string;
  user_agent: string;
  last_used_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  ended_how: MandateEnd | null;
}

export interface MemberRequest {
  id: Generated<number>;
  customer_id: number;
  person_id: number;
  kind: 'right' | 'deletion';
  right_name: string | null;
  created_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  answered_by: number | null;
  is_granted: boolean | null;
}

export interface Membership {
  customer_id: number;
  person_id: number;
  is_admin: boolean;
  rights: string[];
  is_main_contact: Generated<boolean>;
  is_active: Generated<boolean>;
  last_sign_in_at: Temporal.Instant | null;
  orders_need_approval: Generated<boolean>;
}

export interface Notice {
  id: Generated<number>;
  customer_id: number;
  person_id: number;
  kind: NoticeKind;
  order_id: number | null;
  event_id: number | null;
  deadline: Temporal.Instant | null;
  created_at: Temporal.Instant;
  read_at: Temporal.Instant | null;
  queued_at: Temporal.Instant | null;
  courier_event_id: number | null;
}

export interface NotificationPreference {
  person_id: number;
  order_confirmations: boolean;
  status_changes: boolean;
  deadline_reminders: boolean;
  new_documents: boolean;
  version: Generated<number>;
  completions: Generated<boolean>;
  steps: Generated<boolean>;
}

export interface NumberRange {
  range: string;
  year: number;
  last: number;
}

export interface OneTimePassword {
  person_id: number;
  secret_hash: Buffer;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface OrderEvent {
  id: Generated<number>;
  order_id: number;
  customer_id: number;
  at: Temporal.Instant;
  kind: OrderStatus | 'changed' | 'approved' | 'accepted' | 'assigned' | 'reopened';
  person_id: number | null;
  version: number | null;
}

export interface OrderLine {
  order_id: number;
  customer_id: number;
  position: number;
  product_code: string;
  name: Json<Bilingual>;
  unit: Json<Bilingual>;
  quantity: number;
  unit_price: number;
  vat_rate: number;
  net_cents: number;
}

export interface OrderOutcome {
  order_id: number;
  customer_id: number;
  kind: 'completed' | 'failed';
  at: Temporal.Instant;
  recorded_at: Temporal.Instant;
  clerk_name: string;
  pieces: number | null;
  boxes_out: number | null;
  boxes_in: number | null;
  reason: FailReason | null;
  at_fault: AtFault | null;
  note: string;
  is_charged: boolean;
}

export interface OrderTemplate {
  id: Generated<number>;
  customer_id: number;
  name: string;
  service_code: string;
  answers: Json<Answers>;
  created_by: number | null;
  created_at: Temporal.Instant;
}

export interface OrderVersion {
  order_id: number;
  version: number;
  customer_id: number;
  promise: Json<OrderPromise>;
  lines: Json<readonly OrderLineSnapshot[]>;
}

export interface Passkey {
  id: Generated<number>;
  person_id: number;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant | null;
}

export interface PasskeyChallenge {
  challenge: string;
  purpose: 'register' | 'sign-in' | 'second-step' | 'confirm';
  bound_to: string;
  expires_at: Temporal.Instant;
}

export interface Payment {
  id: Generated<number>;
  customer_id: number;
  invoice_id: number;
  kind: 'transfer' | 'refund';
  amount_cents: number;
  paid_on: Temporal.PlainDate;
  note: string;
  entry_key: string;
  recorded_at: Temporal.Instant;
  recorded_by_name: string;
}

export interface Person {
  id: Generated<number>;
  email: string;
  name: string;
  language: 'de' | 'en';
  password_hash: string;
  created_at: Temporal.Instant;
}

export interface PickupOccurrence {
  plan_id: number;
  customer_id: number;
  original_date: Temporal.PlainDate;
  state: 'booked' | 'blocked' | 'dropped';
  reason: 'full' | 'no-window' | 'address-gone' | null;
  version_id: number;
  made_date: Temporal.PlainDate;
  made_starts: Temporal.PlainTime;
  attempt: number;
  order_id: number | null;
}

export interface Product {
  code: string;
  service_code: string;
  name: Json<Bilingual>;
  unit: Json<Bilingual>;
  hint: Json<Bilingual> | null;
  max_per_order: number;
  position: number;
  is_active: Generated<boolean>;
  picture: string | null;
  is_returnable: Generated<boolean>;
}

export interface ProductPrice {
  product_code: string;
  valid_from: Temporal.PlainDate;
  unit_price: number;
}

export interface ProductVat {
  product_code: string;
  valid_from: Temporal.PlainDate;
  category: 'S' | 'E' | 'Z';
  rate: number;
  exemption_reason: Json<Bilingual> | null;
}

export interface ReceiptRange {
  year: number;
  last: number;
}

export interface RecoveryCode {
  person_id: number;
  selector: string;
  code_hash: string;
  used_at: Temporal.Instant | null;
}

export interface RegistrationRequest {
  id: Generated<number>;
  customer_number: string;
  customer_id: number | null;
  email: string;
  name: string;
  language: 'de' | 'en';
  password_hash: string | null;
  code_hash: Buffer | null;
  state: 'received' | 'waiting' | 'join' | 'confirming' | 'completed' | 'declined';
  via: 'contact' | 'code' | 'desk' | 'colleague' | null;
  rights: Generated<string[]>;
  token_hash: Buffer | null;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
}

export interface Service {
  code: string;
  name: Json<Bilingual>;
  hours: Json<Bilingual>;
  pool: string;
  position: number;
  order_cutoff: Json<CutoffRule>;
  change_rule: Json<DeadlineRule>;
  cancel_rule: Json<DeadlineRule>;
  lead_business_days: number;
  horizon_days: number;
  unconfirmed_after_minutes: Generated<number | null>;
}

export interface ServiceHours {
  valid_from: Temporal.PlainDate;
  weekday: number;
  opens: Temporal.PlainTime;
  closes: Temporal.PlainTime;
}

export interface ServiceOrder {
  id: Generated<number>;
  customer_id: number;
  number: string;
  submission_key: string;
  service_code: string;
  status: OrderStatus;
  pool: string;
  service_date: Temporal.PlainDate;
  window_starts: Temporal.PlainTime;
  window_ends: Temporal.PlainTime;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  change_until: Temporal.Instant | null;
  cancel_until: Temporal.Instant | null;
  address_id: number | null;
  address: Json<AddressSnapshot>;
  reference: string;
  cost_centre_id: number | null;
  cost_centre_label: string;
  driver_hint: string;
  net_cents: number;
  vat: Json<readonly VatShare[]>;
  gross_cents: number;
  placed_by: number | null;
  placed_at: Temporal.Instant;
  cancelled_at: Temporal.Instant | null;
  completed_at: Temporal.Instant | null;
  reference_key: Generated<string>;
  version: Generated<number>;
  particulars: Json<readonly Particular[], string | undefined>;
  is_cancellation_charged: Generated<boolean>;
  accepted_at: Temporal.Instant | null;
  tour: Generated<string>;
  driver: Generated<string>;
  desk_version: Generated<number>;
  approve_until: Temporal.Instant | null;
  decline_reason: string | null;
}

export interface Session {
  token_hash: Buffer;
  customer_id: number;
  person_id: number;
  stage: 'full' | 'new-password' | 'second-factor' | 'enrol';
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  user_agent: string;
  id: Generated<number>;
  confirmed_at: Temporal.Instant;
  has_second_factor: Generated<boolean>;
  network: Generated<string>;
}

export interface Site {
  code: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  hint: Json<Bilingual>;
  pool: string;
  position: number;
  is_active: Generated<boolean>;
}

export interface SiteHours {
  site_code: string;
  weekday: number;
  opens: Temporal.PlainTime;
  closes: Temporal.PlainTime;
}

export interface SiteService {
  site_code: string;
  service_code: string;
  weekday: number;
}

export interface Slot {
  pool: string;
  service_date: Temporal.PlainDate;
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  capacity: number;
  booked: number;
}

export interface StaffAccount {
  id: Generated<number>;
  email: string;
  name: string;
  language: Generated<string>;
  roles: string[];
  password_hash: string | null;
  is_active: Generated<boolean>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  last_sign_in_at: Temporal.Instant | null;
}

export interface StaffOneTimePassword {
  staff_id: number;
  secret_hash: Buffer;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface StaffRecoveryCode {
  staff_id: number;
  selector: string;
  code_hash: string;
  used_at: Temporal.Instant | null;
}

export interface StaffSession {
  id: Generated<number>;
  token_hash: Buffer;
  staff_id: number;
  stage: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  confirmed_at: Temporal.Instant;
  network: string;
  user_agent: string;
}

export interface StaffTotp {
  staff_id: number;
  secret: Buffer | null;
  activated_at: Temporal.Instant | null;
  last_step: Generated<number>;
  pending: Buffer | null;
  pending_at: Temporal.Instant | null;
}

export interface StandingPickup {
  id: Generated<number>;
  customer_id: number;
  number: string;
  submission_key: string;
  revision: Generated<number>;
  last_date: Temporal.PlainDate | null;
  created_at: Temporal.Instant;
  created_by: number | null;
}

export interface StandingPickupException {
  plan_id: number;
  customer_id: number;
  date: Temporal.PlainDate;
  kind: 'skip' | 'move' | 'add';
  to_date: Temporal.PlainDate | null;
  starts: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
}

export interface StandingPickupPause {
  id: Generated<number>;
  plan_id: number;
  customer_id: number;
  first_date: Temporal.PlainDate;
  last_date: Temporal.PlainDate;
  reason: string;
}

export interface StandingPickupVersion {
  id: Generated<number>;
  plan_id: number;
  customer_id: number;
  valid_from: Temporal.PlainDate;
  weekdays: number[];
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  on_holiday: 'skip' | 'next-business-day';
  address_id: number;
  cost_centre_id: number | null;
  reference: string;
  driver_hint: string;
  expected_letters: number | null;
  expected_boxes: number | null;
}

export interface StandingTerms {
  service_code: string;
  start_lead_business_days: number;
  made_ahead_days: number;
  free_from_daily_letters: number;
}

export interface Submission {
  customer_id: number;
  key: string;
  body_hash: Buffer;
  created_at: Temporal.Instant;
}

export interface Throttle {
  key: string;
  hits: number;
  reset_at: Temporal.Instant;
}

export interface TimeWindow {
  pool: string;
  weekday: number;
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  capacity: number;
}

export interface Totp {
  person_id: number;
  secret: Buffer | null;
  activated_at: Temporal.Instant | null;
  last_step: Generated<number>;
  pending: Buffer | null;
  pending_at: Temporal.Instant | null;
}

export interface Tour {
  code: string;
  name: string;
  is_active: Generated<boolean>;
}

export interface TourZone {
  code: string;
  name: Json<Bilingual>;
  position: number;
}

export interface TourZonePostcode {
  prefix: string;
  zone_code: string;
}

export interface TrustedDevice {
  id: Generated<number>;
  token_hash: Buffer;
  person_id: number;
  user_agent: string;
  network: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
  ends_at: Temporal.Instant;
}

export interface VolumeFile {
  id: Generated<number>;
  name: string;
  created_at: Temporal.Instant;
}

export interface VolumeLine {
  file_id: number;
  line: number;
  state: 'taken' | 'wrong' | 'dropped';
  content_hash: Buffer;
  cells: Json<TypedVolume> | null;
  problems: Json<readonly FieldProblem[]> | null;
}

export interface VolumeUpload {
  content_hash: Buffer;
  file_id: number;
  at: Temporal.Instant;
  clerk_name: string;
}

export interface WindowPool {
  code: string;
  name: Json<Bilingual>;
  by_zone: Generated<boolean>;
  base_pool: string | null;
  zone_code: string | null;
}

export interface Tables {
  activation_code: ActivationCode;
  address: Address;
  audit_entry: AuditEntry;
  audit_seal: AuditSeal;
  box_movement: BoxMovement;
  calendar_exception: CalendarException;
  calendar_feed: CalendarFeed;
  carrier: Carrier;
  catalogue_change: CatalogueChange;
  company_change_request: CompanyChangeRequest;
  contact_person: ContactPerson;
  cost_centre: CostCentre;
  courier_distance: CourierDistance;
  courier_event: CourierEvent;
  courier_fare: CourierFare;
  courier_ride: CourierRide;
  courier_stop: CourierStop;
  courier_terms: CourierTerms;
  courier_vehicle: CourierVehicle;
  courier_zone: CourierZone;
  courier_zone_postcode: CourierZonePostcode;
  customer: Customer;
  customer_contact: CustomerContact;
  customer_import: CustomerImport;
  customer_note: CustomerNote;
  customer_view: CustomerView;
  debit: Debit;
  debit_file: DebitFile;
  debit_file_download: DebitFileDownload;
  document: Document;
  document_delivery: DocumentDelivery;
  document_file: DocumentFile;
  document_read: DocumentRead;
  document_share: DocumentShare;
  drop_off: DropOff;
  drop_off_item: DropOffItem;
  drop_off_receipt: DropOffReceipt;
  drop_off_version: DropOffVersion;
  faq_entry: FaqEntry;
  holiday_rule: HolidayRule;
  inquiry: Inquiry;
  inquiry_message: InquiryMessage;
  invitation: Invitation;
  invoice: Invoice;
  invoice_item: InvoiceItem;
  invoice_run: InvoiceRun;
  invoice_run_item: InvoiceRunItem;
  invoice_settings: InvoiceSettings;
  mail: Mail;
  mail_product: MailProduct;
  mail_product_price: MailProductPrice;
  mail_product_vat: MailProductVat;
  mail_volume: MailVolume;
  main_contact_proposal: MainContactProposal;
  mandate: Mandate;
  member_request: MemberRequest;
  membership: Membership;
  notice: Notice;
  notification_preference: NotificationPreference;
  number_range: NumberRange;
  one_time_password: OneTimePassword;
  order_event: OrderEvent;
  order_line: OrderLine;
  order_outcome: OrderOutcome;
  order_template: OrderTemplate;
  order_version: OrderVersion;
  passkey: Passkey;
  passkey_challenge: PasskeyChallenge;
  payment: Payment;
  person: Person;
  pickup_occurrence: PickupOccurrence;
  product: Product;
  product_price: ProductPrice;
  product_vat: ProductVat;
  receipt_range: ReceiptRange;
  recovery_code: RecoveryCode;
  registration_request: RegistrationRequest;
  service: Service;
  service_hours: ServiceHours;
  service_order: ServiceOrder;
  session: Session;
  site: Site;
  site_hours: SiteHours;
  site_service: SiteService;
  slot: Slot;
  staff_account: StaffAccount;
  staff_one_time_password: StaffOneTimePassword;
  staff_recovery_code: StaffRecoveryCode;
  staff_session: StaffSession;
  staff_totp: StaffTotp;
  standing_pickup: StandingPickup;
  standing_pickup_exception: StandingPickupException;
  standing_pickup_pause: StandingPickupPause;
  standing_pickup_version: StandingPickupVersion;
  standing_terms: StandingTerms;
  submission: Submission;
  throttle: Throttle;
  time_window: TimeWindow;
  totp: Totp;
  tour: Tour;
  tour_zone: TourZone;
  tour_zone_postcode: TourZonePostcode;
  trusted_device: TrustedDevice;
  volume_file: VolumeFile;
  volume_line: VolumeLine;
  volume_upload: VolumeUpload;
  window_pool: WindowPool;
}
