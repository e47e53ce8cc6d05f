-- How old are the injuries over which care is still disputed?
select
  floor(date_diff('day', injury_date, decision_date) / 365.25)::integer as years_since_injury,
  count(*) as letters,
  sum(item_count) as items,
  round(100.0 * sum(overturned_count) / sum(item_count), 1) as overturned_percent
from 'parquet/cases.parquet'
where injury_date is not null and decision_date is not null and case_rank = 1
group by years_since_injury
order by years_since_injury;
