-- How long does it take from the denial to the decision, and where does the time go?
select
  decision_year,
  count(days_denial_to_decision) as letters,
  quantile_disc(days_denial_to_decision, 0.5) as median_days,
  quantile_disc(days_denial_to_decision, 0.9) as ninety_percent_within,
  quantile_disc(days_denial_to_application, 0.5) as median_to_application,
  quantile_disc(days_assigned_to_decision, 0.5) as median_from_assignment
from 'parquet/cases.parquet'
where case_rank = 1
group by decision_year
order by decision_year;
