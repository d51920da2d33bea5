select article_no as source_key, sku, list_price as unit_price
from articles
where is_deleted = 0
