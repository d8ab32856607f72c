-- Tours as the desk calls them: a list that the catalogue keeps, so that nobody mistypes one on the day. An order keeps the
-- name of its tour as it was driven; what is still open is renamed along.
create table tour (
  code text primary key check (code ~ '^[A-Z0-9_]{1,20}$'),
  name text not null check (length(name) between 1 and 40 and name <> '-'),
  is_active boolean not null default true
);
grant select on tour to portal_desk;
grant insert, update (name, is_active) on tour to portal_desk;

-- What has been driven lately or is planned is in use; what nobody has named for months was a slip of the pen.
insert into tour (code, name)
select 'T' || row_number() over (order by tour), tour
from (
  select distinct tour from service_order where tour not in ('', '-') and service_date >= current_date - 90
) used;

-- The desk may not change orders across firms; the name of a tour it may.
create function rename_tour(former text, called text) returns void
language sql security definer set search_path = public, pg_temp
as $$ update service_order set tour = called where tour = former and status = 'placed' $$;
revoke execute on function rename_tour from public;
grant execute on function rename_tour to portal_desk;
