-- Help for customers: answers to read, the hours of the customer service, and questions asked through the portal.

create table faq_entry (
  id bigint generated always as identity primary key,
  topic text not null check (
    topic in ('access', 'users', 'ordering', 'services', 'changes', 'payment', 'documents', 'data')),
  position integer not null,
  question bilingual not null,
  -- paragraphs parted by an empty line; [words](/address) is a link within the portal
  answer bilingual not null,
  -- words that people search for and that the text does not hold
  keywords bilingual not null,
  is_published boolean not null default true,
  -- grows with every change: whoever changes it names the version that they saw
  version integer not null default 1 check (version > 0),
  updated_at timestamptz not null,
  search_de tsvector not null generated always as (
    setweight(to_tsvector('german', (question ->> 'de') || ' ' || (keywords ->> 'de')), 'A')
    || setweight(to_tsvector('german', answer ->> 'de'), 'B')) stored,
  search_en tsvector not null generated always as (
    setweight(to_tsvector('english', (question ->> 'en') || ' ' || (keywords ->> 'en')), 'A')
    || setweight(to_tsvector('english', answer ->> 'en'), 'B')) stored
);
grant select on faq_entry to portal_app;

-- When the customer service is there. All rows of one valid_from are one week; the newest week that has begun counts.
create table service_hours (
  valid_from date not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (valid_from, weekday, opens),
  check (opens < closes)
);
grant select on service_hours to portal_app;

-- Within how many hours of service a question is promised to be answered.
alter table carrier add column reply_hours smallint not null default 8 check (reply_hours between 1 and 400);

-- An installation that is running already keeps the hours that its sentence most likely says; the desk corrects them.
insert into service_hours
  select date '2026-01-01', weekday, time '08:00', time '18:00' from generate_series(1, 5) weekday
  where exists (select from carrier);

create sequence inquiry_number;

create table inquiry (
  id bigint generated always as identity primary key,
  number text not null unique,
  -- null: from somebody who was not signed in. What they say of themselves is not proved and leads to no firm.
  customer_id bigint references customer,
  person_id bigint references person on delete set null,
  form_key text not null unique check (length(form_key) between 8 and 100),
  body_hash bytea not null,
  topic text not null check (topic in ('access', 'order', 'pickup', 'payment', 'documents', 'complaint', 'other')),
  subject text not null check (length(subject) between 1 and 150),
  -- of visitors; of users the person says it
  name text check (length(name) between 1 and 200),
  email text check (length(email) between 3 and 254),
  claimed_number text not null default '' check (length(claimed_number) <= 40),
  phone text not null default '' check (length(phone) <= 60),
  language text not null check (language in ('de', 'en')),
  order_id bigint,
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  -- until when an answer was promised; null while none is owed
  due_at timestamptz,
  created_at timestamptz not null,
  last_at timestamptz not null,
  version integer not null default 1 check (version > 0),
  unique (id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id),
  check ((due_at is not null) = (state = 'open')),
  check ((customer_id is null) = (name is not null)),
  check ((name is null) = (email is null)),
  check (order_id is null or customer_id is not null)
);
create index inquiry_of_customer on inquiry (customer_id, last_at desc, id desc);
create index inquiry_open on inquiry (due_at, id) where state = 'open';
create index inquiry_latest on inquiry (last_at desc, id desc);

create table inquiry_message (
  id bigint generated always as identity primary key,
  inquiry_id bigint not null references inquiry on delete cascade,
  at timestamptz not null,
  -- question, reply: by the customer; answer, note, event: by the carrier. A note is for the desk alone.
  kind text not null check (kind in ('question', 'reply', 'answer', 'note', 'event')),
  person_id bigint references person on delete set null,
  -- the clerk, as the customer reads it
  author text not null default '' check (length(author) <= 200),
  body text not null check (length(body) between 1 and 5000)
);
create index on inquiry_message (inquiry_id, id);

alter table inquiry enable row level security;
alter table inquiry_message enable row level security;
create policy own_customer on inquiry to portal_app using (customer_id = (select app_customer_id()));
-- whatever the program asks for, a note of the desk never reaches a page of a customer
create policy own_thread on inquiry_message for select to portal_app
  using (kind <> 'note' and exists (select from inquiry i where i.id = inquiry_id));
create policy own_reply on inquiry_message for insert to portal_app
  with check (kind = 'reply' and exists (select from inquiry i where i.id = inquiry_id));

grant select (id, number, customer_id, person_id, topic, subject, phone, language, order_id, state, due_at, created_at,
    last_at, version),
  update (state, due_at, last_at, version) on inquiry to portal_app;
grant select, insert on inquiry_message to portal_app;

-- Takes a question down, once per form. A resend of the same form gets the number of the first one; the same key with
-- other words gets none.
create function receive_inquiry(
  key text, hash bytea, year integer, who bigint, about text, title text, words text, called text, mail text,
  claimed text, tel text, speaks text, concerns bigint, due timestamptz, at timestamptz
) returns table (number text, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  fresh bigint;
  count text;
  given text;
begin
  if who is not null and not exists (
    select from membership m where m.customer_id = app_customer_id() and m.person_id = who) then
    raise exception 'person % is not of this firm', who using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('inquiry ' || key, 0));
  if exists (select from inquiry i where i.form_key = key) then
    return query select i.number, false from inquiry i
      where i.form_key = key and i.body_hash = hash and i.customer_id is not distinct from app_customer_id();
    return;
  end if;
  count := nextval('inquiry_number')::text;
  given := 'K-' || year || '-' || lpad(count, greatest(6, length(count)), '0');
  insert into inquiry (number, customer_id, person_id, form_key, body_hash, topic, subject, name, email,
      claimed_number, phone, language, order_id, due_at, created_at, last_at)
    values (given, app_customer_id(), who, key, hash, about, title, called, mail, claimed, tel, speaks, concerns,
      due, at, at)
    returning id into fresh;
  insert into inquiry_message (inquiry_id, at, kind, person_id, body) values (fresh, at, 'question', who, words);
  return query select given, true;
end $$;
revoke execute on function receive_inquiry from public;
grant execute on function receive_inquiry to portal_app;
