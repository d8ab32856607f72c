-- The customer that the running transaction works for. Row level security compares with it; policies call it
-- as (select app_customer_id()), which the planner evaluates once per statement and not once per row.
-- After a transaction the setting is an empty string, not NULL: hence nullif.
create function app_customer_id() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.customer_id', true), '')::bigint;

grant execute on function app_customer_id() to portal_app;
grant usage on schema public to portal_app;

-- Names and texts that customers read exist in both languages.
create domain bilingual as jsonb
  check (value is null or (value ? 'de' and value ? 'en'));
