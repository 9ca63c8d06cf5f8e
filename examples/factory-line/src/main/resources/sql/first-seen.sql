insert into board (work_order, uid, serial_number, result, attempts, first_seen)
select :#${exchangeProperty.order[number]}, :#${exchangeProperty.uid},
       :#${exchangeProperty.order[serialNumbers]} || next value for serial_numbers, 'working', 0, current_timestamp
where not exists (
    select 1 from board where work_order = :#${exchangeProperty.order[number]} and uid = :#${exchangeProperty.uid})
