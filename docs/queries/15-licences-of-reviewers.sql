-- In which states are the reviewers licensed, and how many of them are licensed in California?
select
  state,
  count(*) as letters,
  round(100.0 * count(*) / (select count(*) from 'parquet/cases.parquet' where case_rank = 1), 1) as percent_of_letters
from (select case_id, unnest(reviewer_states) as state from 'parquet/cases.parquet' where case_rank = 1)
group by state
order by letters desc, state;
