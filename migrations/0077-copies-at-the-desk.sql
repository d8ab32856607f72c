-- A message that a copy came back names an address, a firm or a document: by these the desk finds the copy.
create index document_delivery_to on document_delivery (lower(address), id desc);
create index document_delivery_of_firm on document_delivery (customer_id, id desc);
