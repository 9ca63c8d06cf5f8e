select 'unknown-' || next value for unknown_boards
