-- Which letters should a person read before they are counted?
select code, severity, count(distinct case_id) as letters, count(*) as messages, min(coalesce(case_number, file_name)) as for_example
from 'parquet/messages.parquet'
join 'parquet/cases.parquet' using (case_id)
where case_rank = 1
group by code, severity
order by letters desc, code;
