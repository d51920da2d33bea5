select order_id as order_key, product_id as product, quantity, unit_price::numeric as unit_price,
  round(quantity * unit_price::numeric * (1 - discount::numeric), 2) as amount
from order_details
