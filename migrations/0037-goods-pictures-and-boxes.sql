-- Goods have pictures, and boxes come back: what was brought and what was returned, per address.
alter table product
  add column picture text check (picture ~ '^[a-z-]{1,40}$'),
  add column is_returnable boolean not null default false;
update product set picture = case
    when code = 'STAMP_STD_100' then 'stamp-roll'
    when code like 'STAMP%' then 'stamp-sheet'
    when code like 'PRELABEL%' then 'label-roll'
    when code = 'BOX_SMALL' then 'box-small'
    when code = 'BOX_LARGE' then 'box-large'
    when code = 'BOX_LID' then 'box-lid'
  end,
  is_returnable = service_code = 'GOODS_BOXES';

create table box_movement (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  address_id bigint not null,
  product_code text not null references product,
  -- pieces that stayed at the address, less those that left it
  pieces integer not null check (pieces <> 0 and abs(pieces) <= 100000),
  moved_on date not null,
  -- the delivery that brought them; else somebody of the carrier counted
  order_id bigint,
  note text not null default '' check (length(note) <= 200),
  recorded_at timestamptz not null,
  foreign key (address_id, customer_id) references address (id, customer_id),
  foreign key (order_id, customer_id) references service_order (id, customer_id)
);
create unique index box_movement_of_order on box_movement (order_id, product_code) where order_id is not null;
create index on box_movement (customer_id, address_id, product_code);
create index on box_movement (address_id);

alter table box_movement enable row level security;
create policy own_customer on box_movement to portal_app using (customer_id = (select app_customer_id()));
create policy desk_reads on box_movement for select to portal_desk using (true);
grant select, insert on box_movement to portal_app;
grant select on box_movement to portal_desk;

-- Whatever carries the delivery out: what was returnable in it is at the address from then on, once; and no longer
-- when somebody takes that back.
create function note_boxes_delivered() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if old.status = 'completed' then
    -- it was not carried out after all
    delete from box_movement where order_id = new.id;
    return null;
  end if;
  insert into box_movement (customer_id, address_id, product_code, pieces, moved_on, order_id, recorded_at)
  select new.customer_id, new.address_id, l.product_code, sum(l.quantity), new.service_date, new.id,
    coalesce(new.completed_at, new.placed_at)
  from order_line l join product p on p.code = l.product_code and p.is_returnable
  where l.order_id = new.id group by l.product_code
  on conflict do nothing;
  return null;
end $$;
revoke execute on function note_boxes_delivered from public;
create trigger note_boxes_delivered after update on service_order for each row
  when ((new.status = 'completed') <> (old.status = 'completed') and new.address_id is not null)
  execute function note_boxes_delivered();

-- What was delivered before boxes were counted.
insert into box_movement (customer_id, address_id, product_code, pieces, moved_on, order_id, recorded_at)
select o.customer_id, o.address_id, l.product_code, sum(l.quantity), o.service_date, o.id,
  coalesce(o.completed_at, o.placed_at)
from service_order o join order_line l on l.order_id = o.id
join product p on p.code = l.product_code and p.is_returnable
where o.status = 'completed' and o.address_id is not null
group by o.id, l.product_code;
