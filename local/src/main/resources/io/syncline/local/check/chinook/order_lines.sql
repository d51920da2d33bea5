select InvoiceId as order_key, TrackId as product, Quantity as quantity, UnitPrice as unit_price,
  round(Quantity * UnitPrice, 2) as amount
from InvoiceLine
