select address as "address", cast(extract(epoch from ended) as bigint) as "at", reason as "reason", advice as "advice",
       (select serial_number from board b where b.work_order = a.work_order and b.uid = a.uid) as "serialNumber"
from attempt a
where work_order = :#${variable.global:order[number]} and result = 'fail'
  and not exists (select 1 from attempt later where later.work_order = a.work_order and later.id > a.id
                  and (later.uid = a.uid or a.uid is null and later.address = a.address))
order by id desc
limit 20
