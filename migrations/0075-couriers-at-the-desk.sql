-- The desk edits where couriers ride, with what and for how much.
grant update (name) on courier_zone to portal_desk;
grant insert, delete, update (zone_code) on courier_zone_postcode to portal_desk;
grant insert, delete, update (distance) on courier_distance to portal_desk;
grant update (name, max_kg, max_length_cm, max_width_cm, max_height_cm) on courier_vehicle to portal_desk;
grant insert, delete on courier_fare to portal_desk;
grant update (direct_surcharge, now_minutes, now_capacity) on courier_terms to portal_desk;
