select TrackId as source_key, null as sku, UnitPrice as unit_price
from Track
