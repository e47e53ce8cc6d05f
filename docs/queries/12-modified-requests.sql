-- If utilization review allowed part of a request: what was requested, what was allowed, and who prevailed?
select case_number, item, requested, authorized, disputed, decision
from 'parquet/items.parquet'
where ur_action = 'modified' and case_rank = 1
order by case_number, item
limit 50;
