select id as source_key, sku, price as unit_price
from products
where deleted_at is null
