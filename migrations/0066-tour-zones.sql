-- Zones of the tours: which windows and how many places an address is offered hangs on its postcode. Until the carrier
-- has given a zone its first prefix, every address has the windows of the services' own pools, as before.
create table tour_zone (
  code text primary key check (code ~ '^[A-Z0-9_]{1,20}$'),
  name bilingual not null,
  position smallint not null
);

-- The longest beginning of a postcode counts; the empty one stands for all that no other zone has.
create table tour_zone_postcode (
  prefix text primary key check (prefix ~ '^\d{0,5}$'),
  zone_code text not null references tour_zone
);
create index on tour_zone_postcode (zone_code);

-- A round that goes by zones has a pool of its own in each of them, beside the one that the service names. Places stay
-- guarded where they always were: by the row of the pool, day and window in `slot`.
alter table window_pool
  add column by_zone boolean not null default false,
  add column base_pool text references window_pool,
  add column zone_code text references tour_zone,
  add check ((base_pool is null) = (zone_code is null)),
  add check (base_pool is null or not by_zone),
  add unique (base_pool, zone_code);

-- What is brought to an address or picked up there goes by zones; depots and couriers do not.
update window_pool set by_zone = true
  where code in (select pool from service where code like 'GOODS\_%' or code like 'PICKUP\_%');

grant select on tour_zone, tour_zone_postcode to portal_app, portal_desk;
grant insert, update (name, position) on tour_zone to portal_desk;
grant insert, update (zone_code), delete on tour_zone_postcode to portal_desk;
grant insert, update (name) on window_pool to portal_desk;
