-- A ride can be changed until a rider is assigned, and booked again with the same answers.
alter table courier_ride
  -- chosen by the firm, or the cheapest that carries it
  add column is_vehicle_chosen boolean not null default false,
  -- planned when it was booked
  add column wait_minutes smallint not null default 0 check (wait_minutes between 0 and 120);

-- of rides from before, as far as their lines say it: five minutes are one piece
update courier_ride r set wait_minutes = least(120, 5 * l.quantity)
  from order_line l, courier_terms t
  where l.order_id = r.order_id and l.product_code = t.wait_product;

-- The order keeps every version in words and amounts; places and load are always those of the newest.
grant update (vehicle_code, is_now, is_direct, content, kg, length_cm, width_cm, height_cm, proof, base_fee_cents,
  is_vehicle_chosen, wait_minutes) on courier_ride to portal_app;
grant delete on courier_stop to portal_app;
