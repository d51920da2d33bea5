select sale_no as order_key, article_no as product, qty as quantity, unit_price,
  round(qty * unit_price * (1 - rebate_percent / 100), 2) as amount
from sale_items
where is_deleted = 0
