-- example: and
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.age >= ? AND users.name LIKE ?
-- 30, 'A%'

-- example: or
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.name = ? OR users.name = ? ORDER BY users.id
-- 'Alice', 'Bob'

-- example: not
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.age != ? ORDER BY users.id
-- 30

-- example: in
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.age IN (?, ?) ORDER BY users.id
-- 25, 35

-- example: between
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.age BETWEEN ? AND ? ORDER BY users.id
-- 28, 32

-- example: null
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.email IS NULL AND users.age < ?
-- 30

-- example: order
SELECT users.id, users.name, users.email, users.age FROM users ORDER BY users.age DESC, users.name ASC LIMIT ?
-- 2
