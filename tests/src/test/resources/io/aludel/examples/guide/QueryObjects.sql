-- example: all
SELECT users.id, users.name, users.email, users.age FROM users

-- example: first
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.age > ? ORDER BY users.id
-- 28

-- example: rows
SELECT users.age, count(users.id) AS count_1 FROM users GROUP BY users.age ORDER BY users.age

-- example: records
SELECT users.name, users.age FROM users ORDER BY users.name
