select product_id as source_key, null as sku, unit_price::numeric as unit_price
from products
