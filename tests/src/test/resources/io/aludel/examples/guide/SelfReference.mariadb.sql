-- example: grow
INSERT INTO employees (name, manager_id) VALUES (?, ?) RETURNING employees.id
-- 'Cleo', null
INSERT INTO employees (name, manager_id) VALUES (?, ?) RETURNING employees.id
-- 'Max', 1
INSERT INTO employees (name, manager_id) VALUES (?, ?), (?, ?) RETURNING employees.id
-- 'Will', 2, 'Wilma', 2
COMMIT

-- example: walk
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE employees.name = ?
-- 'Max'
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE employees.id = ?
-- 1
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE ? = employees.manager_id ORDER BY employees.name
-- 2

-- example: alias
SELECT employees.name FROM employees JOIN employees AS boss ON boss.id = employees.manager_id WHERE boss.name = ? ORDER BY employees.name
-- 'Max'
