select id as source_key, email, phone, country_code as country, city, postcode as postal_code
from customers
where deleted_at is null
