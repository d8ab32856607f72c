-- Windows, sites and hours are the desk's to change as well; see 0018.
grant insert, update (ends, capacity), delete on time_window to portal_desk;
grant select on site, site_hours to portal_desk;
grant update (name, street, postcode, city, hint, is_active) on site to portal_desk;
grant insert, delete on site_hours, service_hours to portal_desk;
