select serial_number from board
where work_order = :#${exchangeProperty.order[number]} and uid = :#${exchangeProperty.uid}
