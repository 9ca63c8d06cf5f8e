insert into board (work_order, uid, result, reason, advice, attempts, first_seen, finished)
select work_order, uid, 'fail', reason, advice,
       (select count(*) from attempt where uid = :#${exchangeProperty.uid}), began, current_timestamp
from attempt
where uid = :#${exchangeProperty.uid}
order by id desc
limit 1
