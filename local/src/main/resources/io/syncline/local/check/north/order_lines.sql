select order_id as order_key, product_id as product, quantity, unit_price,
  round(quantity * unit_price * (1 - discount), 2) as amount
from order_lines
where deleted_at is null
