select client_no as source_key, mail as email, telephone as phone, country, town as city, zip as postal_code
from clients
where is_deleted = 0
