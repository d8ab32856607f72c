-- What a firm orders again and again: the answers of a form under a name that all of its users see.
create table order_template (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  name text not null check (length(name) between 1 and 80),
  service_code text not null references service,
  -- names and values as the form of the service takes them; without a date
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),
  created_by bigint references person on delete set null,
  created_at timestamptz not null
);
create unique index order_template_name on order_template (customer_id, lower(name));

alter table order_template enable row level security;
create policy own_customer on order_template to portal_app using (customer_id = (select app_customer_id()));
grant select, insert, delete, update (name) on order_template to portal_app;
